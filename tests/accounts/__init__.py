"""Tests of commonwire/accounts. `make` brings forth members and browsers for the rooms above as well."""
