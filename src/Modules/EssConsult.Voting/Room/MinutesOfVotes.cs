using System.Globalization;
using EssConsult.Registration.Contracts;
using EssConsult.Tally;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Features.Votes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Room;

/// <summary>What a vote of a room came to goes to the minutes of its event: the wording, the figures, the result and its hash.</summary>
internal sealed class MinutesOfVotes(SiteDb db, IMinutesLines minutes) : IHandle<BallotCounted>
{
    // Minutes are French, whoever reads them.
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public async Task HandleAsync(BallotCounted happened, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == happened.BallotId, ct) is { EventId: { } eventId, Result: { } result } ballot && SmallVotes.ShowsResult(ballot))
        {
            await minutes.PutAsync(new MinutesEntry(eventId, "vote:" + ballot.Id.ToString("N"), TextOf(ballot, BallotResult.Read(result)), $"/votes/{ballot.Id}", ballot.ResultHash), ct);
        }
    }

    public static string TextOf(Ballot ballot, BallotResult result)
    {
        var rule = ballot.Plan;
        var said = QuestionOutcome.Of(rule, result).Select(outcome => (rule.Questions.Count > 1 ? $"« {outcome.Question.Title} » : " : string.Empty) + SaidOf(outcome));
        var desk = result.SignedOff is { } signed ? string.Create(French, $" Émargements au bureau : {signed:N0}.") : string.Empty;
        return $"{ballot.Title} : {(rule.Indicative ? "sondage indicatif. " : string.Empty)}{string.Join(" ", said)}{desk}";
    }

    private static string SaidOf(QuestionOutcome outcome)
    {
        var (tally, labels) = (outcome.Result.Tally, outcome.Question.Options.ToDictionary(option => option.Id, option => option.Label));
        var verdict = tally switch
        {
            { Quorum.Reached: false } => "quorum non atteint",
            _ when outcome.Question.Rule.Method == TallyMethod.Motion => tally.Winners.Count > 0 ? "adopté" : "rejeté",
            { Winners.Count: > 0 } => string.Join(", ", tally.Winners.Select(winner => labels[winner])),
            { Tied.Count: > 0 } => "égalité entre " + string.Join(", ", tally.Tied.Select(tied => labels[tied])),
            _ => "aucune option ne l’emporte",
        };
        var figures = string.Join(", ", outcome.Lines.Select(line => $"{(outcome.Question.Rule.Method == TallyMethod.Motion ? line.Label.ToLower(French) : line.Label)} {(line.Figure.Denominator.IsOne ? line.Figure.Numerator.ToString("N0", French) : line.Figure.Approximately.ToString("N2", French))}"));
        return string.Create(French, $"{verdict} ({figures} ; bulletins {tally.Ballots.Cast:N0}, blancs {tally.Ballots.Blank:N0}, nuls {tally.Ballots.Spoiled:N0}).");
    }
}
