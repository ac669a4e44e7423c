using System.Data.Common;
using System.Net;
using EssConsult.BallotRecord;
using EssConsult.Tally;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>Ballots that people counted: two people, one reconciliation, one box that anybody recounts.</summary>
public sealed class PaperTests(VotingSites sites) : IClassFixture<VotingSites>
{
    [Theory, OnBothDatabases]
    public async Task A_paper_batch_needs_two_officers_and_counts_and_is_shown_apart_and_recounted_to_the_byte(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, one, two, reader) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.OfficerAsync(), site.Visitor());
        var id = await site.PrepareAsync(organiser, TallyMethod.ChooseUpTo, "Quels ateliers ?", "Couture", "Vélo", "Pain", "Radio");
        await organiser.OpenAsync(id);
        await (await site.SignInAsync()).VoteAsync(id, ("q-q1", "o1"));
        foreach (var number in Enumerable.Range(1, 5))
        {
            var voter = await site.SignInAsync();
            await one.SignOffAsync(id, $"{voter.PersonId}@example.org");
        }

        (await one.GetAsync($"/admin/votes/{id}/bureau/saisie?nature=Paper")).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.CloseAsync();
        (await organiser.CountAsync(id)).Shown("main").ShouldContain("Émargements au bureau : 5 ; bulletins saisis : 0");
        (await one.TryEnterAsync(id, "Paper", "Bureau", 4, ("Entry.Votes[q1-o2]", "4"), ("Entry.Votes[q1-o3]", "3"), ("Entry.Spoiled[q1]", "1"))).Shown("main").ShouldContain("ne peuvent pas venir de 3 bulletins valables");
        (await one.TryEnterAsync(id, "Hands", "Salle", null, ("Entry.Votes[q1-o2]", "3"))).Shown("main").ShouldContain("Dites combien de personnes ont voté");
        var batch = await one.EnterAsync(id, "Paper", "Bureau", 4, ("Entry.Votes[q1-o2]", "3"), ("Entry.Votes[q1-o3]", "2"), ("Entry.Spoiled[q1]", "1"));
        (await organiser.CountAsync(id)).Shown("main").ShouldContain("attend la confirmation");
        (await one.GetAsync($"/admin/votes/{id}/bureau/lots/{batch}")).Has("form[action*='handler=Confirm']").ShouldBeFalse();

        (await two.ConfirmAsync(id, batch)).Shown("main").ShouldContain("écrivez pourquoi");
        (await two.ConfirmAsync(id, batch, "Une personne est repartie sans voter.")).Shown(".notice-success").ShouldContain("confirmé");
        (await organiser.CountAsync(id)).Shown(".notice-success").ShouldContain("dépouillé");

        var ballot = await site.BallotAsync(id);
        var page = (await reader.GetAsync($"/votes/{id}")).Shown(".ballot-results");
        page.ShouldContain("1 vote en ligne");
        page.ShouldContain("Bureau : 4 bulletins, dépouillés dans un lot à part");
        page.ShouldContain("5 émargements au bureau de vote");
        page.ShouldContain("Une personne est repartie sans voter.");
        page.ShouldContain("Bulletins : 5, dont valables : 4, blancs : 0, abstentions : 0, nuls : 1");
        var result = BallotResult.Read(ballot.Result!);
        result.ShouldSatisfyAllConditions(given => given.SignedOff.ShouldBe(5), given => given.Differences.ShouldBe(["Une personne est repartie sans voter."]));
        result.Questions[0].Tally.Winners.ShouldBe(["o2"]);
        result.Questions[0].Batches.Single(alone => alone.Name == "Bureau").Figures.Select(option => option.Figures["votes"]).ShouldBe([0, 3, 2, 0]);
        var (code, said) = await reader.RecountAsync(id, ballot.RuleHash!);
        code.ShouldBe(0, said);
        said.ShouldContain("Signed off at the desk: 5");
        (await reader.FileAsync($"/votes/{id}/lots.csv")).ShouldContain("\"Bureau\";4;;\"Une personne est repartie sans voter.\"");
    }

    [Theory, OnBothDatabases]
    public async Task The_database_refuses_one_person_for_both_parts_and_batches_out_of_time(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, one, two) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.OfficerAsync());
        var id = await site.OpenMotionAsync(organiser, "Deux regards valent mieux qu’un ?");
        await Should.ThrowAsync<DbException>(() => site.ExecuteAsync($"INSERT INTO ballot_batch (id, ballot_id, name, kind, lines, ballots, weight, entered_by_id, entered_utc, revision) SELECT '{Guid.NewGuid().ToString().ToUpperInvariant()}', id, 'Trop tôt', 'Paper', '', 0, 1, 'x', created_utc, 1 FROM ballot WHERE title = 'Deux regards valent mieux qu’un ?'"));
        await site.CloseAsync();
        var batch = await one.EnterAsync(id, "Hands", "Mains levées", null, ("Entry.Votes[q1-for]", "4"), ("Entry.Votes[q1-against]", "2"));

        await Should.ThrowAsync<DbException>(() => site.ExecuteAsync($"UPDATE ballot_batch SET confirmed_by_id = entered_by_id WHERE name = 'Mains levées' AND entered_by_id = '{one.PersonId}'"));
        var token = (await one.GetAsync($"/admin/votes/{id}/bureau/lots/{batch}")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var own = await one.Client.PostAsync($"/admin/votes/{id}/bureau/lots/{batch}?handler=Confirm", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Revision", "1"), new("Difference", "Personne n’a émargé.")]), TestContext.Current.CancellationToken);
        (await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Une autre personne que celle qui a saisi le lot");

        await two.ConfirmAsync(id, batch, "À main levée, sans émargement.");
        await organiser.CountAsync(id);
        await Should.ThrowAsync<DbException>(() => site.ExecuteAsync($"UPDATE ballot_batch SET ballots = 60 WHERE entered_by_id = '{one.PersonId}'"));
        var motion = BallotResult.Read((await site.BallotAsync(id)).Result!).Questions[0].Tally;
        motion.ShouldSatisfyAllConditions(tally => tally.Winners.Count.ShouldBe(1), tally => tally.Options[0].Figures["for"].ShouldBe(new Fraction(4, 1)));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_confirmed_is_what_the_second_person_saw(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, one, two) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.OfficerAsync());
        var id = await site.OpenMotionAsync(organiser, "On relit avant de signer ?");
        await site.CloseAsync();
        var batch = await one.EnterAsync(id, "Hands", "Salle", null, ("Entry.Votes[q1-for]", "4"));
        var seen = (await two.GetAsync($"/admin/votes/{id}/bureau/lots/{batch}")).Form("form[action*='handler=Confirm']").With("Difference", "Sans émargement.");
        await (await one.GetAsync($"/admin/votes/{id}/bureau/saisie/{batch}")).Form("main form.form-wide").With("Entry.Votes[q1-for]", "40").With("Entry.Ballots", "40").SubmitAsync("Enregistrer le lot");

        (await seen.SubmitAsync("Confirmer ce lot")).Shown("main").ShouldContain("vient de changer");
        (await two.GetAsync($"/admin/votes/{id}/bureau/saisie/{batch}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await two.ConfirmAsync(id, batch, "Sans émargement.");
        await (await two.GetAsync($"/admin/votes/{id}/bureau/lots/{batch}")).Form("form[action*='handler=Drop']").SubmitAsync("Oui, retirer");

        (await site.InDatabaseAsync(db => db.Set<PaperBatch>().AnyAsync(row => row.BallotId == id))).ShouldBeFalse();
        (await organiser.CountAsync(id)).Shown(".notice-success").ShouldContain("dépouillé");
    }

    [Theory, OnBothDatabases]
    public async Task Rankings_on_paper_are_typed_line_by_line_and_a_line_that_cannot_be_read_is_named(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, one, two, reader) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.OfficerAsync(), site.Visitor());
        var id = await site.PrepareAsync(organiser, TallyMethod.Schulze, "Dans quel ordre, sur papier ?", "Un", "Deux", "Trois");
        await organiser.OpenAsync(id);
        await (await site.SignInAsync()).VoteAsync(id, ("q-q1-o1", "1"));
        await site.CloseAsync();

        var refused = await one.TryEnterAsync(id, "Paper", "Urne", null, ("Entry.Lines", "3 > 1\n2 > 9\n\n1 > 1\npeut-être"));
        refused.Shown(".notice-error").ShouldContain("Ligne 2 : « 9 » n’est pas un numéro d’option, de 1 à 3.");
        refused.Shown(".notice-error").ShouldContain("Ligne 4 : l’option 1 est classée deux fois.");
        refused.Shown(".notice-error").ShouldContain("Ligne 5 : « peut-être »");
        var batch = await one.EnterAsync(id, "Paper", "Urne", 6, ("Entry.Lines", "3 x 3 > 1 = 2\n2 > 3\nblanc\nnul"));
        (await one.GetAsync($"/admin/votes/{id}/bureau/lots/{batch}")).Shown(".paper-lines").ShouldContain("3 x 3 > 1 = 2");
        await two.ConfirmAsync(id, batch, "Émargement sur papier.");
        await organiser.CountAsync(id);

        var ballot = await site.BallotAsync(id);
        var tally = BallotResult.Read(ballot.Result!).Questions[0].Tally;
        tally.Winners.ShouldBe(["o3"]);
        tally.Ballots.ShouldSatisfyAllConditions(counts => counts.Cast.ShouldBe(7), counts => counts.Blank.ShouldBe(1), counts => counts.Spoiled.ShouldBe(1));
        (await reader.RecountAsync(id, ballot.RuleHash!)).Code.ShouldBe(0);
    }

    /// <summary>Three papers beside twenty envelopes would be three people's votes: they are counted with the others, and shown nowhere alone.</summary>
    [Theory, OnBothDatabases]
    public async Task A_small_batch_of_a_secret_vote_is_never_told_apart(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, one, two, reader) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.OfficerAsync(), site.Visitor());
        var id = await site.PrepareAsync(organiser, TallyMethod.Plurality, "Qui parle pour nous ?", "Camille", "Dominique");
        await site.SetAsync(organiser, id, ("Form.Regime", "Secret"));
        var key = await organiser.KeyAsync(id);
        await organiser.OpenAsync(id);
        for (var voter = 0; voter < 11; voter++)
        {
            await (await site.SignInAsync()).VoteAsync(id, ("q-q1", "o1"));
        }

        foreach (var number in Enumerable.Range(0, 3))
        {
            await one.SignOffAsync(id, $"{(await site.SignInAsync()).PersonId}@example.org");
        }

        await site.CloseAsync();
        var batch = await one.EnterAsync(id, "Paper", "Petit bureau", 3, ("Entry.Votes[q1-o2]", "3"));
        (await two.ConfirmAsync(id, batch)).Shown(".notice-success").ShouldContain("confirmé");
        (await organiser.UploadAsync(id, "Count", [key], [""])).Shown(".notice-success").ShouldContain("dépouillé");

        var ballot = await site.BallotAsync(id);
        BallotBox.Read(ballot.Box!).Batches.ShouldHaveSingleItem().Ballots.ShouldBe(14);
        ballot.Box!.ShouldNotContain("Petit bureau");
        ballot.Result!.ShouldNotContain("Petit bureau");
        BallotResult.Read(ballot.Result!).Questions[0].Tally.Options.Select(option => option.Figures["votes"]).ShouldBe([11, 3]);
        (await site.InDatabaseAsync(db => db.Set<PaperBatch>().Where(row => row.Id == batch).Select(row => row.Lines).SingleAsync())).ShouldNotContain("o2");
        (await site.InDatabaseAsync(db => db.Set<Signature>().CountAsync(signature => signature.BallotId == id))).ShouldBe(14);
        (await reader.GetAsync($"/votes/{id}")).Shown(".ballot-results").ShouldContain("3 émargements au bureau de vote");
        (await reader.RecountAsync(id, ballot.RuleHash!)).Code.ShouldBe(0);
    }

    [Fact]
    public void Sums_of_a_count_by_hand_give_as_many_ballots_as_there_were_and_none_too_full()
    {
        var question = new BallotQuestion("q1", "Trois au plus", new TallyRule { Method = TallyMethod.ChooseUpTo, MaxChoices = 3 }, [new("o1", "A"), new("o2", "B"), new("o3", "C"), new("o4", "D")]);
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var valid = random.Next(1, 40);
            var votes = question.Options.ToDictionary(option => option.Id, _ => (long)random.Next(0, valid + 1)).Where(pair => pair.Value > 0).ToDictionary();
            var sums = new BoxSums("q1", 2, votes, valid, random.Next(0, 3), random.Next(0, 3));
            if (!HandCounts.CanBe(question, sums))
            {
                continue;
            }

            var box = new EssConsult.Tally.Ballots(question.OptionIds());
            HandCounts.Add(box, question, sums);

            box.Total.ShouldBe(sums.Ballots * 2);
            var tally = Tallies.Count(question.Rule, box);
            tally.Options.Select(option => option.Figures["votes"]).ShouldBe(question.Options.Select(option => new Fraction(votes.GetValueOrDefault(option.Id) * 2, 1)));
            tally.Ballots.Spoiled.ShouldBe(sums.Spoiled * 2);
        }
    }
}
