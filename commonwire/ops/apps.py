"""The top of the stairs opens the drawers: every room's pages, fillers, kinds, reactions and screens register when the house stands."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OpsConfig(AppConfig):
    name = "commonwire.ops"

    def ready(self) -> None:
        autodiscover_modules("kinds", "pages", "fillers", "reactions", "screens")
