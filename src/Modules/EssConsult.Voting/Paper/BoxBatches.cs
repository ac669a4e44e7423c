using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Paper;

/// <summary>What of the desk goes into the box: each batch apart, unless one alone would tell too much of a secret vote.</summary>
internal sealed class BoxBatches(SiteDb db)
{
    /// <summary>The one batch of a secret vote where each of its batches alone is too small to be shown.</summary>
    public const string Together = "En ligne et au bureau";

    /// <exception cref="RuleException">Somebody signed off whose ballot is nowhere, or a batch waits.</exception>
    public async Task<(IReadOnlyList<BoxBatch> Batches, long? SignedOff)> FillAsync(Ballot ballot, BallotRule rule, BoxBatch online, CancellationToken ct)
    {
        var papers = await db.Set<PaperBatch>().AsNoTracking().Where(batch => batch.BallotId == ballot.Id).OrderBy(batch => batch.Name).ToListAsync(ct);
        if (papers.Any(batch => batch.ConfirmedById is null))
        {
            throw new RuleException("ballot.batch-waits", "Un lot attend la confirmation d’une deuxième personne.");
        }

        var reconciled = await db.ReconcileAsync(ballot.Id, ct);
        if (!reconciled.Agrees && papers.All(batch => batch.Difference is null))
        {
            throw new RuleException("ballot.desk-open", "Émargements au bureau : {0} ; bulletins saisis : {1}. Saisissez le lot qui manque, même vide, ou dites pourquoi ils diffèrent.", reconciled.SignedOff, reconciled.Ballots);
        }

        var read = papers.Select(batch => PaperBatches.Read(batch) with { Difference = batch.Difference }).Prepend(online).ToList();
        var isTold = rule.Regime == BallotRegime.Secret && read.Count(batch => batch.Ballots > 0) > 1 && read.Any(batch => batch.Ballots is > 0 and < SmallVotes.SmallestBox);
        if (isTold)
        {
            // Those who counted know what they saw; a copy of the database need not.
            await db.Set<PaperBatch>().Where(batch => batch.BallotId == ballot.Id).ExecuteUpdateAsync(batch => batch.SetProperty(row => row.Lines, "{\"name\":\"\",\"lines\":[]}"), ct);
        }

        return (isTold ? [Merge(rule, read)] : read, papers.Count == 0 && reconciled.SignedOff == 0 ? null : reconciled.SignedOff);
    }

    /// <summary>All ballots as if they had come one way. Where some have no lines, only sums are left of the others too.</summary>
    public static BoxBatch Merge(BallotRule rule, IReadOnlyList<BoxBatch> batches)
    {
        var (lines, sums) = (batches.SelectMany(batch => batch.Lines).ToList(), batches.SelectMany(batch => batch.Sums ?? []).ToList());
        var differences = batches.Select(batch => batch.Difference).OfType<string>().ToList();
        var difference = differences.Count == 0 ? null : string.Join(" ; ", differences);
        return sums.Count == 0 ? BallotBox.Batch(Together, lines.Select(line => (line.Choice, line.Weight, line.Count))) with { Difference = difference }
            : new BoxBatch(Together, []) { Sums = HandCounts.Together(sums.Concat(rule.Questions.SelectMany(question => HandCounts.Of(question, lines)))), Difference = difference };
    }
}
