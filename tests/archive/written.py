"""Two documents of our own, the second linking to the first."""

ADDRESS = "https://www.indybay.org/newsitems/2031/05/02/18990010.php"
ARTICLE = """ date 2031-05-02 top
U.S. Labor & Workers

Bakers & millers walk out

by Ada
Fri, May 2, 2031 11:30PM
Bread & roses, said the bakers.
Bread &amp; roses, said the bakers.
original image (2000x1000)
They *walked* out at noon.
# 1 of 3
<b>not bold</b> &amp; not an ampersand

Additional Media:
The oven speaks
https://video.example.org/1

Production of Oven Radio
http://oven.example.org

BAKERS WALK OUT

FOR IMMEDIATE RELEASE
Ada Loaf Bakers' Union Secretary

BREMEN – The bakers walk out:
* for bread
* for roses

###

The union has 12 members. http://union.example.org
For more information: https://more.example.org/a
§At the gate
by Ada
Fri, May 2, 2031 11:31PM
sm_gate.jpg
original image (1600x1200)
The gate at dawn
https://more.example.org/a
"""
FEATURE = """ date 2031-05-03 top
Bread for all
Sat May 3 2031 (Updated 05/04/31)
The ovens are cold
Bread for all

The bakers stopped.

  • bread
  • roses

event Read More | Bakers' picnic

Coverage: photo At the gate | photo The ovens

See Also: article Elsewhere | article Bakers & millers walk out
"""
