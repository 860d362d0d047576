"""The fixed words of organisations: their kinds, what is counted, how a proof is found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    UNION = "union", _("union")
    FEDERATION = "federation", _("federation or council of unions")
    TENANTS = "tenants", _("tenants' association")
    COMMUNITY = "community", _("community group")
    FAITH = "faith", _("faith body")
    SCHOOL = "school", _("school or students' body")
    COALITION = "coalition", _("coalition")
    PARTY = "party", _("party")
    BUSINESS = "business", _("business")
    PUBLIC_BODY = "public-body", _("public body")
    OTHER = "other", _("something else")


class SizeOf(models.TextChoices):
    MEMBERS = "members", _("people")
    AFFILIATES = "affiliates", _("affiliated bodies")


class Method(models.TextChoices):
    DNS = "dns", _("a DNS record")
    WELL_KNOWN = "well-known", _("a file on its website")
    SIGNED = "signed", _("a signed message")
    CALL = "call", _("a telephone call by a member of the collective")


BY_DOMAIN = (Method.DNS, Method.WELL_KNOWN)
