using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Editions;

/// <summary>A laureate as everybody reads it.</summary>
internal sealed record Laureate(string Name, string Title, string? Structure, string? Citation)
{
    /// <summary>Of its page in the gallery; null where it has none.</summary>
    public int? Number { get; init; }
}

internal sealed record EditionView(Edition Edition, DateTime Now, IReadOnlyList<string> Conditions, IReadOnlyList<Criterion> Criteria, int? Sent, IReadOnlyList<Laureate> Laureates, string? ResultHash)
{
    /// <summary>Who judged, and how often somebody was recused; once the laureates are announced.</summary>
    public IReadOnlyList<string> Jury { get; init; } = [];

    public int Recusals { get; init; }

    /// <summary>The public's vote, from the freezing of its formula on.</summary>
    public Public.PublicVote? Public { get; init; }

    /// <summary>How jury and public come together for the laureates; once announced.</summary>
    public IReadOnlyList<Public.CombinedLaureate> Combined { get; init; } = [];
}

/// <summary>Under an edition's page: whether one may enter and until when, how entries are judged, and who won.</summary>
internal sealed class EditionSlot(SiteDb db, TimeProvider clock) : ISlot
{
    public int Order => -10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not ContentItem item || item.Content[nameof(PrizePart)] is null || await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == item.ContentItemId, ct) is not { } edition)
        {
            return null;
        }

        var sent = await db.Set<Entry>().CountAsync(entry => entry.EditionId == edition.ContentItemId && entry.Number != null && entry.State != EntryState.Withdrawn, ct);
        var hash = edition.Stage == EditionStage.Announced ? await db.Set<EditionResult>().Where(result => result.EditionId == edition.ContentItemId).Select(result => result.Hash).FirstOrDefaultAsync(ct) : null;
        return new SlotView("/Features/EssConsult.Prize/Editions/_Edition.cshtml", new EditionView(
            edition, clock.UtcNow(), EditionReader.Conditions(item), edition.Rule is { } rule ? ScoringRule.Read(rule).Criteria : EditionReader.Rule(item).Criteria, sent >= FigureGroup.Smallest ? sent : null, await LaureatesAsync(edition, ct), hash)
        {
            Jury = hash is null ? [] : await db.Set<Juror>().Where(juror => juror.EditionId == edition.ContentItemId && juror.State == JurorState.Accepted && juror.Name != string.Empty).OrderByDescending(juror => juror.IsPresident).ThenBy(juror => juror.Name).Select(juror => juror.Name).ToListAsync(ct),
            Public = await db.Set<Public.PublicVote>().AsNoTracking().FirstOrDefaultAsync(vote => vote.EditionId == edition.ContentItemId && vote.FrozenUtc != null, ct),
            Combined = hash is null ? [] : await EssConsult.Prize.Public.CombinedLaureate.ReadAsync(db, edition, ct),
            Recusals = hash is null ? 0 : await db.Set<JuryPair>().CountAsync(pair => pair.EditionId == edition.ContentItemId && pair.Standing == Standing.Recused, ct),
        });
    }

    private async Task<IReadOnlyList<Laureate>> LaureatesAsync(Edition edition, CancellationToken ct)
    {
        if (edition.Stage != EditionStage.Announced)
        {
            return [];
        }

        var awards = await db.Set<Award>().AsNoTracking().Where(award => award.EditionId == edition.ContentItemId).OrderBy(award => award.Order).ToListAsync(ct);
        var texts = await db.LastSentAsync(awards.ConvertAll(award => award.EntryId), ct);
        var shown = await db.InGallery(edition).Select(entry => new { entry.Id, entry.Number }).ToDictionaryAsync(entry => entry.Id, entry => entry.Number, ct);
        return [.. awards.Select(award => new Laureate(award.Name, texts[award.EntryId].Title, texts[award.EntryId].ActorName, award.Citation) { Number = shown.GetValueOrDefault(award.EntryId) })];
    }
}

/// <summary>An edition that changes evicts its page and the list of prizes.</summary>
internal sealed class EditionEviction : IEvictsPages
{
    public const string Lists = "prizes";

    public IEnumerable<string> TagsOf(OutboxEvent happened) => happened.Is<EditionChanged>() ? [Lists]
        : happened.Is<EntryScreened>() ? [happened.Read<EntryScreened>().EditionId]
        : happened.Is<EntryWithdrawn>() ? [happened.Read<EntryWithdrawn>().EditionId]
        : happened.Is<EntrySubmitted>() ? [happened.Read<EntrySubmitted>().EditionId]
        : happened.Is<EntryCorrectionAsked>() ? [happened.Read<EntryCorrectionAsked>().EditionId] : [];
}
