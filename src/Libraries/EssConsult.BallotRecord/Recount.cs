using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Ledger;
using EssConsult.Tally;

namespace EssConsult.BallotRecord;

/// <summary>What one question came to.</summary>
public sealed record QuestionResult(string Question, TallyResult Tally)
{
    /// <summary>Batches that are shown beside the whole, each counted alone.</summary>
    public IReadOnlyList<BatchCounts> Batches { get; init; } = [];
}

/// <param name="Figures">What each option got in this batch alone, in the options' order.</param>
public sealed record BatchCounts(string Name, BallotCounts Ballots, IReadOnlyList<OptionFigures> Figures);

/// <summary>The result of a vote, with the hashes of what it follows from.</summary>
public sealed record BallotResult(string Rule, string Box, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>How many signed off at the desk; null where nobody did.</summary>
    public long? SignedOff { get; init; }

    /// <summary>Why ballots and signatures of the desk differ, batch by batch; null where they agree.</summary>
    public IReadOnlyList<string>? Differences { get; init; }

    /// <exception cref="JsonException">Not a result.</exception>
    public static BallotResult Read(string json) => JsonSerializer.Deserialize<BallotResult>(json, TallyJson.Options) ?? throw new JsonException("No result.");

    /// <summary>Canonical JSON.</summary>
    public string Write() => CanonicalJson.Text(JsonSerializer.SerializeToElement(this, TallyJson.Options));
}

/// <summary>Rule and box in, result out: the same bytes wherever it is done.</summary>
public static class Recount
{
    /// <param name="rule">As it was frozen, in canonical JSON.</param>
    /// <param name="box">As it was published, in canonical JSON.</param>
    /// <exception cref="FormatException">The box is not of this rule, or a ballot does not answer its questions.</exception>
    /// <exception cref="JsonException">One of them cannot be read.</exception>
    public static BallotResult Of(string rule, string box)
    {
        var (read, votes) = (BallotRule.Read(rule), BallotBox.Read(box));
        var (ruleHash, boxHash) = (BallotRule.HashOf(rule), BallotRule.HashOf(box));
        if (votes.Rule != ruleHash)
        {
            throw new FormatException("The box is of another rule.");
        }

        CheckSums(read, votes);
        var differences = votes.Batches.Select(batch => batch.Difference).OfType<string>().ToList();
        return new BallotResult(ruleHash, boxHash, [.. read.Questions.Select(question => Count(question, votes, $"{ruleHash}:{boxHash}"))]) { SignedOff = votes.SignedOff, Differences = differences.Count == 0 ? null : differences };
    }

    /// <summary>A paper that answers one question holds an answer, a blank or a fault for each of the others.</summary>
    private static void CheckSums(BallotRule rule, BallotBox votes)
    {
        foreach (var sums in votes.Batches.Select(batch => batch.Sums).OfType<IReadOnlyList<BoxSums>>())
        {
            if (sums.Any(one => rule.Questions.All(question => question.Id != one.Question)) || rule.Questions.Select(question => sums.Where(one => one.Question == question.Id).Sum(one => one.Ballots)).Distinct().Count() > 1)
            {
                throw new FormatException("The sums of a batch are of different numbers of ballots.");
            }
        }
    }

    private static QuestionResult Count(BallotQuestion question, BallotBox votes, string seed)
    {
        var rule = question.DrawsTies ? question.Rule with { Ties = new TieBreak($"{seed}:{question.Id}") } : question.Rule;
        var tally = Tallies.Count(rule, Fill(question, votes.Electorate, votes.Batches));
        return new QuestionResult(question.Id, tally)
        {
            Batches = votes.Batches.Count < 2 ? [] : [.. votes.Batches.Select(batch => Tallies.Count(rule, Fill(question, votes.Electorate, [batch])) is var alone ? new BatchCounts(batch.Name, alone.Ballots, alone.Options) : null!)],
        };
    }

    private static Ballots Fill(BallotQuestion question, long? electorate, IEnumerable<BoxBatch> batches)
    {
        var box = new Ballots(question.OptionIds()) { Electorate = electorate };
        foreach (var batch in batches)
        {
            foreach (var line in batch.Lines)
            {
                Choices.Add(box, question, JsonNode.Parse(line.Choice)![question.Id], checked(line.Weight * line.Count));
            }

            foreach (var sums in (batch.Sums ?? []).Where(sums => sums.Question == question.Id))
            {
                HandCounts.Add(box, question, sums);
            }
        }

        return box;
    }
}
