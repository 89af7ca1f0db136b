"""Those to get in touch with, and the organs of the programme that they belonged to."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictInt, model_validator

from ..dates import Period
from .base import Cited, OrganId, Part, Record, SourceId
from .fields import Email, Phone, Text, mistake


class Contact(Part):
    """How to reach someone, where it was said, and when it was last known to be right."""

    phone: Phone | None = None
    """Åtte sifre."""
    email: Email | None = None
    """Bare adresser hos en organisasjon."""
    checked: Period | None = None
    """Når noen sist kontrollerte at opplysningene stemmer. Tomt når det ikke er gjort."""
    source: SourceId
    """Hvor opplysningene er hentet."""
    expires: Period | None = None
    """Siste dag opplysningene skal vises."""

    @property
    def tel(self) -> str | None:
        """The address that rings the number; one without a country is Norwegian."""
        digits = self.phone and self.phone.replace(" ", "")
        return digits and f"tel:{digits if digits.startswith('+') else '+47' + digits}"

    @model_validator(mode="after")
    def leads_somewhere(self) -> Contact:
        if not self.phone and not self.email:
            raise mistake("kontakten har verken phone eller email", "Skriv minst én av dem.")
        return self


class Role(Part):
    """What someone did, for whom, and when."""

    role: Text
    """Tittel eller oppgave, f.eks. Nettverksleder."""
    body: OrganId | None = None
    """Organet i programmet."""
    organisation: Text | None = None
    """Arbeidsgiver."""
    from_: Annotated[Period | None, Field(alias="from")] = None
    """Første kjente dato i rollen."""
    until: Period | None = None
    """Siste kjente dato i rollen."""
    source: SourceId
    """Hvor det står."""


class Person(Record):
    """Someone to get in touch with."""

    label: ClassVar = "person"

    name: Text
    """Fullt navn."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Rollene, den siste først."""
    contacts: tuple[Contact, ...] = ()
    """Telefon og e-post, de siste først."""


class Relation(Part):
    """What one organ has to do with another."""

    to: OrganId
    """Organet det gjelder."""
    how: Text
    """Hva det gjør for det, f.eks. gir råd til."""


class Organ(Record, Cited):
    """A box of the organisation chart."""

    label: ClassVar = "organ"

    name: Text
    """Navnet."""
    members: Text | None = None
    """Hvem som sitter der."""
    task: Text | None = None
    """Hva det gjør."""
    row: StrictInt | None = None
    """Raden i organisasjonskartet, 1 øverst. Uten rad tegnes det ikke."""
    relations: tuple[Relation, ...] = ()
    """Pilene i organisasjonskartet. Bare det kilden sier."""
