using System.Text.Json.Nodes;
using EssConsult.Contributions.Contracts;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Recipes;

/// <summary>Recipe step <c>EssVotes</c>: fictional open votes, with what fictional people voted; without a date they are closed by hand. A vote that exists is left as it is.</summary>
internal sealed class VotesStep(SiteDb db, PublicSecrets secrets, TimeProvider clock) : IRecipeStep
{
    public string Name => "EssVotes";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var count = 0;
        foreach (var told in step.AnyObjects("Ballots"))
        {
            var id = Guid.Parse(told["Id"]!.ToString());
            if (!await db.Set<Ballot>().AnyAsync(ballot => ballot.Id == id, ct))
            {
                await PlayAsync(id, told, ct);
                count++;
            }
        }

        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} votes.", count);
    }

    private async Task PlayAsync(Guid id, JsonObject told, CancellationToken ct)
    {
        var (title, opens, closes) = (told["Title"]!.ToString(), Moment(told["Opens"]!), told["Closes"] is { } until ? Moment(until) : (DateTime?)null);
        var set = new QuestionSettings { Method = Enum.Parse<TallyMethod>(told["Method"]!.ToString()), Most = told["Most"]?.GetValue<int>() };
        var question = QuestionEditing.New("q1", title, set) with { Options = ((IReadOnlyList<BallotOption>)[]).With(told.AnyObjects("Options").Select(option => (option["Label"]!.ToString(), option["Source"]?.ToString()))) };
        var rule = new BallotRule { Id = id.ToString(), Title = title, OpensUtc = opens, ClosesUtc = closes, ShowsTurnout = true, Electorate = new ElectorateRule(Enum.Parse<ElectorateKind>(told["Electorate"]?.ToString() ?? nameof(ElectorateKind.Accounts))), Questions = [QuestionEditing.Fit(question)] };
        var ballot = db.Add(new Ballot { Id = id, Title = title, Draft = rule.Write(), IsDemo = true, CreatedUtc = opens }).Entity;
        ballot.Describe(rule);
        ballot.Intro = told["Intro"]?.ToString();
        if (told["Stage"]?.ToString() == nameof(BallotState.Draft))
        {
            return;
        }

        if (rule.Electorate.Kind == ElectorateKind.Addresses)
        {
            rule = rule with { Screening = new ScreeningRule() };
            db.Add(secrets.Draw(id));
        }

        ballot.Open(rule, opens);
        db.AddRange(rule.Questions[0].Options.Select(option => option.Source).OfType<string>().Select(source => new BallotSource { BallotId = id, Source = source }));
        await db.SaveChangesAsync(ct);
        var votes = told.AnyObjects("Votes").Select(vote => Of(id, rule, vote)).ToList();
        db.AddRange(votes);
        await db.SaveChangesAsync(ct);
        if (told["Stage"]?.ToString() == nameof(BallotState.Counted))
        {
            ballot.Close(votes.Count, closes ?? clock.UtcNow());
            ballot.Count(new BallotBox(ballot.RuleHash!, votes.Count, [BallotBox.Batch(CountBallot.Online, votes.Select(vote => (vote.Choice!, vote.Weight, 1L)))]), rule, clock.UtcNow());
        }
    }

    private static Vote Of(Guid id, BallotRule rule, JsonObject told)
    {
        var person = told["PersonId"]!.ToString();
        var vote = new Vote { BallotId = id, VoterId = person, PersonId = person };
        vote.Put(OpenEnvelope.Of(Choices.Write(rule, new JsonObject { ["q1"] = new JsonArray([.. told["Picks"]!.AsArray().Select(pick => (JsonNode)JsonValue.Create(rule.Questions[0].Options[pick!.GetValue<int>()].Id))]) })), Guid.NewGuid());
        return vote;
    }

    private static DateTime Moment(JsonNode text) => DateTime.Parse(text.ToString(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind).AsUtc().ToMillisecond();
}

/// <summary>The fictional votes go with the demonstration, and what fictional people voted elsewhere.</summary>
internal sealed class DemoBallots(SiteDb db) : IDemoPiece
{
    public string Label => "Votes fictifs";

    public Task<int> CountAsync(CancellationToken ct) => db.Set<Ballot>().CountAsync(ballot => ballot.IsDemo, ct);

    public async Task RemoveAsync(IReadOnlyList<string> persons, CancellationToken ct)
    {
        var ids = await db.Set<Ballot>().Where(ballot => ballot.IsDemo).Select(ballot => ballot.Id).ToListAsync(ct);
        await db.Set<Vote>().Where(vote => ids.Contains(vote.BallotId) || (vote.PersonId != null && persons.Contains(vote.PersonId))).ExecuteDeleteAsync(ct);
        await db.Set<Signature>().Where(signature => ids.Contains(signature.BallotId) || (signature.PersonId != null && persons.Contains(signature.PersonId))).ExecuteDeleteAsync(ct);
        await db.Set<BoxBallot>().Where(ballot => ids.Contains(ballot.BallotId)).ExecuteDeleteAsync(ct);
        await db.Set<PublishedReceipt>().Where(receipt => ids.Contains(receipt.BallotId)).ExecuteDeleteAsync(ct);
        await db.Set<PaperBatch>().Where(batch => ids.Contains(batch.BallotId)).ExecuteDeleteAsync(ct);
        await db.Set<BallotSource>().Where(source => ids.Contains(source.BallotId)).ExecuteDeleteAsync(ct);
        await db.Set<Ballot>().Where(ballot => ids.Contains(ballot.Id)).ExecuteDeleteAsync(ct);
        foreach (var id in ids)
        {
            db.Publish(new BallotCounted(id));
        }
    }
}
