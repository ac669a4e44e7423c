using System.Diagnostics;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Contracts;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

public sealed class OpenVoteTests(VotingSites sites) : IClassFixture<VotingSites>
{
    [Theory, OnBothDatabases]
    public async Task From_draft_to_result_a_vote_is_frozen_cast_changed_closed_counted_and_recounted(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, anna, bob, visitor) = (await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync(), site.Visitor());
        var id = await site.PrepareAsync(organiser, TallyMethod.ChooseUpTo, "Quels projets d’abord ?", "Un four à pain", "Une graineterie", "Un atelier vélo");
        (await visitor.GetAsync($"/votes/{id}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        (await organiser.OpenAsync(id)).Shown(".notice-success").ShouldContain("figé et ouvert");

        var ballot = await site.BallotAsync(id);
        (await visitor.FileAsync($"/votes/{id}/regle.json")).ShouldBe(ballot.Rule);
        (await visitor.GetAsync($"/votes/{id}")).Shown("main").ShouldContain(ballot.RuleHash!);
        var receipt = Polls.ReceiptOf(await anna.VoteAsync(id, ("q-q1", "o1")));
        (await anna.GetAsync($"/votes/{id}")).Shown(".notice-success").ShouldContain("Vous avez voté");
        (await visitor.GetAsync($"/votes/{id}?recu={receipt.ToLowerInvariant()}")).Shown("section[aria-labelledby=recu] .notice").ShouldContain("dans l’urne");
        await bob.VoteAsync(id, ("q-q1", "o2"));
        var changed = Polls.ReceiptOf(await anna.VoteAsync(id, ("q-q1", "o2")));
        changed.ShouldNotBe(receipt);
        (await visitor.GetAsync($"/votes/{id}?recu={receipt}")).Shown("section[aria-labelledby=recu] .notice").ShouldContain("Aucun vote");
        (await visitor.GetAsync($"/votes/{id}")).Has(".ballot-results").ShouldBeFalse();
        (await visitor.GetAsync($"/votes/{id}/resultat.json")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        await site.CloseAsync();
        (await organiser.CountAsync(id)).Shown(".notice-success").ShouldContain("dépouillé");

        (await visitor.GetAsync($"/votes/{id}")).Shown(".ballot-verdict").ShouldContain("Une graineterie");
        (await RecountAsync(visitor, id, ballot.RuleHash!, tamper: null)).ShouldBe(0);
        (await RecountAsync(visitor, id, ballot.RuleHash!, tamper: "bulletins.json")).ShouldBe(1);
        (await RecountAsync(visitor, id, ballot.RuleHash!, tamper: "resultat.json")).ShouldBe(1);
        (await site.PublishedAsync<BallotOpened>()).Count(happened => happened.BallotId == id).ShouldBe(1);
        (await site.PublishedAsync<BallotClosed>()).Count(happened => happened.BallotId == id).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_goes_back_after_voting_and_changes_the_answer_has_the_last_one_counted(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, voter) = (await site.OrganiserAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "On repeint le hangar ?");
        await organiser.OpenAsync(id);
        var review = await (await voter.GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote");
        var first = Polls.ReceiptOf(await review.Form("main form.form-wide").SubmitAsync("Voter"));
        Polls.ReceiptOf(await review.Form("main form.form-wide").SubmitAsync("Voter")).ShouldBe(first, "the same review sent twice is one vote");

        var question = await review.Form("main form.form-wide").SubmitAsync("Revenir");
        var again = await question.Form("main form.form-wide").With("q-q1", "against").SubmitAsync("Relire mon vote");
        Polls.ReceiptOf(await again.Form("main form.form-wide").SubmitAsync("Voter")).ShouldNotBe(first);

        (await site.VotesAsync(id)).ShouldHaveSingleItem().Choice.ShouldBe("""{"q1":"against"}""");
    }

    [Theory, OnBothDatabases]
    public async Task A_person_who_leaves_takes_their_vote_along_while_the_vote_is_open_and_leaves_no_trace_afterwards(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, leaving, staying) = (await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync());
        var (open, over) = (await site.PrepareAsync(organiser, TallyMethod.Motion, "Encore ouvert ?"), await site.PrepareAsync(organiser, TallyMethod.Motion, "Déjà clos ?"));
        await organiser.OpenAsync(over);
        await leaving.VoteAsync(over, ("q-q1", "for"));
        await site.CloseAsync();
        await organiser.CountAsync(over);
        await site.SetAsync(organiser, open);
        await organiser.OpenAsync(open);
        await leaving.VoteAsync(open, ("q-q1", "for"));
        await staying.VoteAsync(open, ("q-q1", "against"));

        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (Kernel.Data.SiteDb)services.GetService(typeof(Kernel.Data.SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            await ((IEnumerable<Accounts.Contracts.IPersonalData>)services.GetService(typeof(IEnumerable<Accounts.Contracts.IPersonalData>))!).Single(data => data.Name == "votes").EraseAsync(leaving.PersonId!, false, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        (await site.VotesAsync(open)).ShouldHaveSingleItem().VoterId.ShouldBe(staying.PersonId);
        var kept = (await site.VotesAsync(over)).ShouldHaveSingleItem();
        kept.ShouldSatisfyAllConditions(vote => vote.Choice.ShouldBe("""{"q1":"for"}"""), vote => vote.PersonId.ShouldBeNull(), vote => vote.VoterId.ShouldNotBe(leaving.PersonId));
    }

    [Theory, OnBothDatabases]
    public async Task Answers_that_are_none_are_refused_with_a_sentence_and_store_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, voter) = (await site.OrganiserAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(organiser, TallyMethod.Schulze, "Dans quel ordre ?", "Un", "Deux");
        await organiser.OpenAsync(id);
        var token = (await voter.GetAsync($"/votes/{id}/voter")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var answers in new[] { """{"q1":[null]}""", """{"q1":[[null]]}""", """{"q1":{"o1":null}}""", """{"q1":[["o9"]]}""", "[]" })
        {
            foreach (var handler in new[] { "Cast", "Back" })
            {
                using var answer = await voter.Client.PostAsync($"/votes/{id}/voter?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Step", "1"), new("Answers", answers)]), TestContext.Current.CancellationToken);
                ((int)answer.StatusCode).ShouldBeLessThan(500, answers);
            }
        }

        (await site.VotesAsync(id)).ShouldAllBe(vote => vote.Choice == """{"q1":null}""");
    }

    /// <summary>Two people together could take the whole budget by a count of approvals; by equal shares the third pays for what they want.</summary>
    [Theory, OnBothDatabases]
    public async Task A_budget_is_shared_equally_and_the_count_is_done_again_to_the_byte(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, visitor) = (await site.OrganiserAsync(), site.Visitor());
        var id = await site.PrepareAsync(organiser, TallyMethod.EqualShares, "Quels projets financer ?", "Un four", "Un banc", "Un verger");
        var form = (await organiser.GetAsync($"/admin/votes/{id}/questions/q1")).Form("form[action*='handler=Save']").With("Set.Budget", "300").With("Costs[o1]", "150").With("Costs[o2]", "160").With("Costs[o3]", "100");
        await form.SubmitAsync("Enregistrer");
        await organiser.OpenAsync(id);
        foreach (var picked in new[] { ["o1", "o2"], ["o1", "o2"], new[] { "o3" } })
        {
            await (await site.SignInAsync()).VoteAsync(id, [.. picked.Select(option => ("q-q1", option))]);
        }

        await site.CloseAsync();
        await organiser.CountAsync(id);

        var page = await visitor.GetAsync($"/votes/{id}");
        page.Shown(".ballot-verdict").ShouldBe("Financé : Un four, Un verger");
        page.Shown(".ballot-results").ShouldContain("Chaque bulletin possède 100 € du budget.");
        (await RecountAsync(visitor, id, (await site.BallotAsync(id)).RuleHash!, tamper: null)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_database_refuses_another_rule_once_a_vote_is_open_and_votes_once_it_is_closed(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, voter) = (await site.OrganiserAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "On ouvre le samedi ?");
        await organiser.OpenAsync(id);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await db.Database.ExecuteSqlAsync($"UPDATE ballot SET rule = '{{}}' WHERE id = {id}");
            await write.CommitAsync(default);
        }));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await db.Database.ExecuteSqlAsync($"UPDATE ballot SET closes_utc = NULL WHERE id = {id}");
            await write.CommitAsync(default);
        }));
        (await organiser.GetAsync($"/admin/votes/{id}")).Has("form[action*='handler=Save']").ShouldBeFalse();

        var review = await (await voter.GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote");
        await site.CloseAsync();
        (await review.Form("main form.form-wide").SubmitAsync("Voter")).Shown("main").ShouldContain("clos");
        (await site.VotesAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_the_appeal_delay_nothing_tells_who_voted_and_the_result_stands(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "On garde la fontaine ?");
        await organiser.OpenAsync(id);
        var voter = await site.SignInAsync();
        await voter.VoteAsync(id, ("q-q1", "for"));
        await site.CloseAsync();
        await organiser.CountAsync(id);
        (await site.VotesAsync(id)).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(16));
        await site.RunJobAsync("ballot-clock");

        (await site.VotesAsync(id)).ShouldBeEmpty();
        (await site.InDatabaseAsync(db => db.Set<BoxBallot>().CountAsync(ballot => ballot.BallotId == id))).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Set<Signature>().CountAsync(signature => signature.BallotId == id))).ShouldBe(0);
        (await site.BallotAsync(id)).UnlinkedUtc.ShouldNotBeNull();
        (await site.Visitor().GetAsync($"/votes/{id}")).Shown(".ballot-results").ShouldContain("1 vote en ligne");
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_not_on_the_imported_list_cannot_vote_and_a_weight_counts(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, listed, other) = (await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "Le budget est approuvé ?");
        await site.SetAsync(organiser, id, ("Form.Kind", "Roll"));
        await (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Roll']").With("roll", $"adresse;poids\n{listed.PersonId}@example.org;3\npas une adresse\nabsent@example.org").SubmitAsync("Importer la liste");
        await organiser.OpenAsync(id);

        await listed.VoteAsync(id, ("q-q1", "for"));
        (await other.VoteAsync(id, ("q-q1", "against"))).Shown("main").ShouldContain("Vous n’êtes pas sur la liste");

        await site.CloseAsync();
        await organiser.CountAsync(id);
        var result = EssConsult.BallotRecord.BallotResult.Read((await site.BallotAsync(id)).Result!);
        result.Questions[0].Tally.Options[0].Figures["for"].ShouldBe(new Fraction(3, 1));
        (await site.BallotAsync(id)).Plan.Electorate.Size.ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_ranking_is_set_by_numbers_or_by_buttons_and_options_stand_in_an_order_of_the_voters_own(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, voter) = (await site.OrganiserAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(organiser, TallyMethod.Schulze, "Dans quel ordre ?", [.. Enumerable.Range(1, 8).Select(number => $"Projet {number}")]);
        await organiser.OpenAsync(id);

        var first = await voter.GetAsync($"/votes/{id}/voter");
        var order = first.Texts(".ballot-ranking label");
        (await voter.GetAsync($"/votes/{id}/voter")).Texts(".ballot-ranking label").ShouldBe(order);
        var other = await (await site.SignInAsync()).GetAsync($"/votes/{id}/voter");
        other.Texts(".ballot-ranking label").Order().ShouldBe(order.Order());

        var moved = await first.Form("main form.form-wide").With("q-q1-o3", "1").With("q-q1-o5", "2").SubmitAsync("Monter : Projet 5");
        moved.Texts(".ballot-ranking label").Take(2).ShouldBe(["Projet 5", "Projet 3"]);
        var review = await moved.Form("main form.form-wide").SubmitAsync("Relire mon vote");
        review.Texts(".ballot-said li span").ShouldBe(["Projet 5", "Projet 3"]);
        await review.Form("main form.form-wide").SubmitAsync("Voter");
        (await site.VotesAsync(id)).Single().Choice.ShouldBe("""{"q1":[["o5"],["o3"]]}""");
    }

    private static async Task<int> RecountAsync(Visitor reader, Guid id, string print, string? tamper)
    {
        var folder = Directory.CreateTempSubdirectory("ess-recount");
        string[] names = ["regle.json", "bulletins.json", "resultat.json"];
        foreach (var name in names)
        {
            var text = await reader.FileAsync($"/votes/{id}/{name}");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), name == tamper ? text.Replace("o2", "o1", StringComparison.Ordinal) : text);
        }

        using var tool = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "recount.dll"), .. names.Select(name => Path.Combine(folder.FullName, name)), print]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        folder.Delete(recursive: true);
        return tool.ExitCode;
    }
}
