using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Features.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <summary>What an edition was, in numbers that tell of nobody. Four queries, however many entries there are.</summary>
internal sealed record EditionFigures(int? Sent, int? Eligible, int Laureates, IReadOnlyList<FigureGroup> Groups)
{
    public static async Task<EditionFigures> ReadAsync(SiteDb db, IActors actors, ITaxonomies taxonomies, Edition edition, CancellationToken ct)
    {
        var id = edition.ContentItemId;
        var entries = await db.Set<Entry>().AsNoTracking().Where(entry => entry.EditionId == id && entry.Number != null && entry.State != EntryState.Withdrawn).Select(entry => new { entry.State, entry.SentActorId, entry.SentCategory }).ToListAsync(ct);
        var places = await actors.PlacesAsync(entries.Select(entry => entry.SentActorId).OfType<Guid>().Distinct(), ct);
        ActorPlace? Of(Guid? actor) => actor is { } known ? places.GetValueOrDefault(known) : null;
        var laureates = edition.Stage == EditionStage.Announced ? await db.Set<Award>().CountAsync(award => award.EditionId == id, ct) : 0;
        List<FigureGroup> groups = [FigureGroup.Of("Par catégorie", entries.Select(entry => entry.SentCategory))];

        // Of erased entries nobody knows the structure any more: what is left would be counted for the whole.
        if (edition.EntriesErasedUtc is null)
        {
            groups.Add(FigureGroup.Of("Par secteur", entries.Select(entry => Of(entry.SentActorId)?.SectorId is { } sector ? taxonomies.FindTerm(sector)?.Name : null)));
            groups.Add(FigureGroup.Of("Par commune", entries.Select(entry => Of(entry.SentActorId)?.Commune)));
        }

        return new EditionFigures(Shown(entries.Count), Shown(entries.Count(entry => entry.State == EntryState.Eligible)), laureates, [.. groups.Where(group => group.Figures.Count > 0)]);
    }

    private static int? Shown(int count) => count >= FigureGroup.Smallest ? count : null;
}
