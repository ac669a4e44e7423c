using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Public;

/// <summary>What the module that holds the vote tells an edition; each stages, the caller saves.</summary>
internal sealed class PublicVotes(SiteDb db, TimeProvider clock) : IPublicVotes
{
    private const int Most = 500;

    public async Task<IReadOnlyList<PublicEntry>> GalleryAsync(string editionId, CancellationToken ct)
    {
        if (await db.FindEditionAsync(editionId, ct) is not { } edition)
        {
            return [];
        }

        var entries = await db.InGallery(edition).OrderBy(entry => entry.Number).Take(Most).Select(entry => new { entry.Id, entry.Number }).ToListAsync(ct);
        var texts = await db.LastSentAsync(entries.ConvertAll(entry => entry.Id), ct);
        return [.. entries.Select(entry => new PublicEntry(entry.Id, entry.Number!.Value, texts[entry.Id].Title))];
    }

    public async Task<IReadOnlyDictionary<Guid, string>> PathsAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken ct) => entryIds.Count == 0 ? new Dictionary<Guid, string>()
        : (await db.Set<Entry>().Where(entry => entryIds.Contains(entry.Id) && entry.State == EntryState.Eligible && !entry.IsOffGallery && db.Set<Edition>().Any(edition => edition.ContentItemId == entry.EditionId && edition.Published && edition.GalleryUtc != null))
            .Select(entry => new { entry.Id, entry.EditionId, entry.Number }).ToListAsync(ct)).ToDictionary(entry => entry.Id, entry => $"prix/{entry.EditionId}/galerie/{entry.Number}");

    public async Task<PublicVoteName?> FindAsync(string editionId, CancellationToken ct) =>
        await db.Set<PublicVote>().Where(vote => vote.EditionId == editionId).Select(vote => new PublicVoteName(vote.BallotId, db.Set<Edition>().First(edition => edition.ContentItemId == vote.EditionId).Title)).FirstOrDefaultAsync(ct);

    public async Task AttachAsync(string editionId, Guid ballotId, CancellationToken ct)
    {
        if (await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct))
        {
            throw new RuleException("prize.public-late", "Le classement est arrêté : un vote du public ne peut plus être préparé.");
        }

        db.Add(new PublicVote { EditionId = editionId, BallotId = ballotId });
    }

    public async Task DetachAsync(Guid ballotId, CancellationToken ct) => db.RemoveRange(await db.Set<PublicVote>().Where(vote => vote.BallotId == ballotId && vote.FrozenUtc == null).ToListAsync(ct));

    public Task FreezeAsync(string editionId, Guid ballotId, PublicFormula formula, string ruleHash, CancellationToken ct) => ChangeAsync(editionId, ballotId, async (edition, vote) =>
    {
        if (edition.Stage == EditionStage.Announced || (formula.Percent > 0 && await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct)))
        {
            throw new RuleException("prize.public-late", "Le classement est arrêté : le vote du public ne peut plus y entrer.");
        }

        vote.Freeze(formula, ruleHash, clock.UtcNow());
        db.Record(edition, clock.UtcNow(), RecordedActs.OfPublicVote(formula.Percent, ruleHash));
    }, ct);

    public Task RecordAsync(string editionId, Guid ballotId, IReadOnlyDictionary<Guid, long> votes, long ballots, string resultHash, CancellationToken ct) => ChangeAsync(editionId, ballotId, (edition, vote) =>
    {
        vote.Count(votes, ballots, resultHash, clock.UtcNow());

        // A prize apart may be counted after the announcement: the register that was published then stays as it is.
        if (edition.Stage != EditionStage.Announced)
        {
            db.Record(edition, clock.UtcNow(), RecordedActs.OfPublicCount(resultHash));
        }

        return Task.CompletedTask;
    }, ct);

    private async Task ChangeAsync(string editionId, Guid ballotId, Func<Edition, PublicVote, Task> change, CancellationToken ct)
    {
        // An edition that is gone meanwhile has nothing to be told.
        if (await db.Set<PublicVote>().FirstOrDefaultAsync(vote => vote.EditionId == editionId && vote.BallotId == ballotId, ct) is { } vote)
        {
            await change(await db.LockEditionAsync(editionId, ct), vote);
            db.Publish(new EditionChanged(editionId));
        }
    }
}
