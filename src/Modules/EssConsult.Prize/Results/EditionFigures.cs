using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Features.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <summary>So many entries under one heading.</summary>
internal sealed record Figure(string Name, int Count);

/// <summary>One way of sorting the entries of an edition; only what counts enough of them is named.</summary>
/// <param name="Title">French, a key of the translations.</param>
/// <param name="Figures">The largest first.</param>
/// <param name="Others">Entries under headings that are too small to be named, and without any; shown when they are enough together.</param>
internal sealed record FigureGroup(string Title, IReadOnlyList<Figure> Figures, int? Others);

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
        List<FigureGroup> groups = [Group("Par catégorie", entries.Select(entry => entry.SentCategory))];

        // Of erased entries nobody knows the structure any more: what is left would be counted for the whole.
        if (edition.EntriesErasedUtc is null)
        {
            groups.Add(Group("Par secteur", entries.Select(entry => Of(entry.SentActorId)?.SectorId is { } sector ? taxonomies.FindTerm(sector)?.Name : null)));
            groups.Add(Group("Par commune", entries.Select(entry => Of(entry.SentActorId)?.Commune)));
        }

        return new EditionFigures(Shown(entries.Count), Shown(entries.Count(entry => entry.State == EntryState.Eligible)), laureates, [.. groups.Where(group => group.Figures.Count > 0)]);
    }

    /// <summary>What is named, and the rest together; where the rest would be told by a difference, the smallest of those named joins it.</summary>
    public static FigureGroup Group(string title, IEnumerable<string?> headings)
    {
        var all = headings.ToList();
        var named = all.OfType<string>().GroupBy(name => name).Select(group => new Figure(group.Key, group.Count())).Where(figure => figure.Count >= EditionSlot.SmallestShown).OrderByDescending(figure => figure.Count).ThenBy(figure => figure.Name, StringComparer.CurrentCulture).ToList();
        var others = all.Count - named.Sum(figure => figure.Count);
        while (others is > 0 and < EditionSlot.SmallestShown && named.Count > 0)
        {
            others += named[^1].Count;
            named.RemoveAt(named.Count - 1);
        }

        return new FigureGroup(title, named, others > 0 ? others : null);
    }

    private static int? Shown(int count) => count >= EditionSlot.SmallestShown ? count : null;
}
