using EssConsult.Accounts.Contracts;

namespace EssConsult.Accounts.People;

/// <summary>A name stands on any page, and what visitors may see hangs on their role: such rare changes evict every page.</summary>
internal sealed class PeoplePages : IEvictsPages
{
    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<PersonChanged>() || happened.Is<PersonErased>() || happened.Is<RolesChanged>() ? ["site"] : [];
}
