namespace EssConsult.Registration;

/// <summary>Whose registration it is: whoever holds the link of its mail, and the person whose account it belongs to. Every page of a registration asks here.</summary>
internal sealed class RegistrationOwner(RegistrationLinks links, CurrentPerson person)
{
    public bool Holds(Registration row, string? token) => links.Owns(token, row.Id) || (person.Id is { } me && row.PersonId == me);
}
