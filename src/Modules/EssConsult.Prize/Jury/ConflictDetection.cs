using EssConsult.Actors.Contracts;
using EssConsult.Prize.Entries;

namespace EssConsult.Prize.Jury;

/// <summary>Links that the site itself knows: one's own entry, and the structures that one speaks for.</summary>
internal sealed class ConflictDetection(IActors actors, TimeProvider clock)
{
    public Task<IReadOnlyList<Conflict>> FindAsync(Juror juror, IReadOnlyCollection<Entry> entries, CancellationToken ct) => FindAsync(juror.PersonId!, juror.Organisation, entries, ct);

    /// <param name="personId">Of the jury or of the team.</param>
    /// <param name="organisation">Where they come from, as the invitation says; null when nothing is said.</param>
    /// <param name="entries">Any of one edition.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<Conflict>> FindAsync(string personId, string? organisation, IReadOnlyCollection<Entry> entries, CancellationToken ct)
    {
        var speaksFor = (await actors.SpeakersForAsync(personId, ct)).Select(actor => actor.Id).ToHashSet();
        var names = await actors.NamesAsync(entries.Select(entry => entry.SentActorId).OfType<Guid>().Distinct(), ct);
        return [.. entries.Select(entry => Link(entry, personId, organisation, speaksFor, entry.SentActorId is { } actor ? names.GetValueOrDefault(actor)?.Name : null)).OfType<Conflict>()];
    }

    private Conflict? Link(Entry entry, string personId, string? organisation, HashSet<Guid> speaksFor, string? structure)
    {
        Conflict Of(ConflictKind kind, string path) => new() { EditionId = entry.EditionId, EntryId = entry.Id, PersonId = personId, Kind = kind, Origin = ConflictOrigin.Detected, Path = path, AtUtc = clock.UtcNow() };
        return entry.OwnerId == personId ? Of(ConflictKind.CoEntry, "dépose ce dossier")
            : entry.SentActorId is { } actor && speaksFor.Contains(actor) ? Of(ConflictKind.Governance, $"membre de {structure}, qui dépose ce dossier")
            : structure is not null && organisation is not null && TextKey.Of(structure) == TextKey.Of(organisation) ? Of(ConflictKind.Employment, $"vient de {structure}, qui dépose ce dossier")
            : null;
    }
}
