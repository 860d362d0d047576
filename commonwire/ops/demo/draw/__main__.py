import sys

from commonwire.ops.demo.draw.album import sheets
from commonwire.ops.demo.draw.render import draw_all

draw_all(sheets(sys.argv[1:]))
