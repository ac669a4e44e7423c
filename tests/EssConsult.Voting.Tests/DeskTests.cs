using System.Net;
using EssConsult.Tally;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>Who signs off at the desk has the one voice that they would have online.</summary>
public sealed class DeskTests(VotingSites sites) : IClassFixture<VotingSites>
{
    [Theory, OnBothDatabases]
    public async Task Whoever_signed_off_cannot_vote_online_and_whoever_voted_online_cannot_sign_off(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, officer, paper, online) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.SignInAsync(), await site.SignInAsync());
        var id = await site.OpenMotionAsync(organiser, "On plante des arbres ?", ("Form.ShowsTurnout", "true"));
        var review = await (await paper.GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote");

        (await officer.SignOffAsync(id, $"{paper.PersonId}@example.org")).Shown(".notice-success").ShouldContain("a émargé");

        (await review.Form("main form.form-wide").SubmitAsync("Voter")).Shown("main").ShouldContain("déjà voté au bureau de vote");
        (await paper.GetAsync($"/votes/{id}/voter")).Shown("main").ShouldContain("déjà voté au bureau de vote");
        (await paper.GetAsync($"/votes/{id}")).Shown(".notice-success").ShouldContain("Vous avez voté");
        await online.VoteAsync(id, ("q-q1", "for"));
        var found = await officer.FindVoterAsync(id, await site.LabelAsync(online));
        found.Shown(".desk-list").ShouldContain("a voté en ligne");
        found.Has(".desk-list button").ShouldBeFalse();
        (await officer.GetAsync($"/votes/{id}")).Shown(".figure-line").ShouldContain("2 votes reçus");
        (await site.VotesAsync(id)).Count(vote => vote.Channel == VoteChannel.Desk).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Signing_off_twice_at_once_and_voting_meanwhile_leaves_one_row(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, one, two, voter) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.OfficerAsync(), await site.SignInAsync());
        var id = await site.OpenMotionAsync(organiser, "Une place chacun ?");
        var address = $"{voter.PersonId}@example.org";
        var forms = new[] { (await one.FindVoterAsync(id, address)).Form(".desk-list form"), (await two.FindVoterAsync(id, address)).Form(".desk-list form") };
        var review = await (await voter.GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote");

        var answers = await Task.WhenAll(Task.Run(() => forms[0].SubmitAsync("Émarger")), Task.Run(() => forms[1].SubmitAsync("Émarger")), Task.Run(() => review.Form("main form.form-wide").SubmitAsync("Voter")));

        (await site.VotesAsync(id)).Count.ShouldBe(1);
        answers.Count(page => page.Has(".notice-success") || page.Has(".receipt-code")).ShouldBe(1);
        answers.Count(page => page.Status == HttpStatusCode.Conflict).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_signature_by_mistake_is_taken_back_while_the_vote_is_open_and_written_down(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, officer, voter) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.SignInAsync());
        var id = await site.OpenMotionAsync(organiser, "On se trompe parfois ?");
        var address = $"{voter.PersonId}@example.org";
        await officer.SignOffAsync(id, address);

        var undo = (await officer.FindVoterAsync(id, address)).Form(".desk-list form");
        (await undo.SubmitAsync("Annuler")).Shown(".notice-success").ShouldContain("est annulé");

        Polls.ReceiptOf(await voter.VoteAsync(id, ("q-q1", "against"))).ShouldNotBeEmpty();
        (await undo.SubmitAsync("Annuler")).Shown("main").ShouldContain("n’a pas émargé");
        (await site.VotesAsync(id)).ShouldHaveSingleItem().Channel.ShouldBe(VoteChannel.Online);
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT act AS \"Value\" FROM audit_row WHERE subject = {id.ToString()}").ToListAsync())).ShouldContain("ballot.sign-off-undone");
        await site.CloseAsync();
        (await officer.GetAsync($"/admin/votes/{id}/bureau")).Has("form[action*='handler=Find']").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_desk_finds_a_line_of_the_roll_by_its_address_and_nobody_else(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, officer, stranger) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "La liste décide ?");
        await site.SetAsync(organiser, id, ("Form.Kind", "Roll"));
        await (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Roll']").With("roll", "sans-compte@example.org;3\nautre@example.org").SubmitAsync("Importer la liste");
        await organiser.OpenAsync(id);

        (await officer.FindVoterAsync(id, $"{stranger.PersonId}@example.org")).Shown("main").ShouldContain("Personne ici qui puisse voter");
        (await officer.SignOffAsync(id, "Sans-Compte@example.org")).Shown(".notice-success").ShouldContain("sans-compte@example.org a émargé");

        (await site.VotesAsync(id)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(vote => vote.Weight.ShouldBe(3), vote => vote.PersonId.ShouldBeNull());
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_leaves_while_the_vote_is_open_leaves_their_signature_to_nobody(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, officer, voter) = (await site.OrganiserAsync(), await site.OfficerAsync(), await site.SignInAsync());
        var id = await site.OpenMotionAsync(organiser, "Qui part laisse son bulletin ?");
        await officer.SignOffAsync(id, $"{voter.PersonId}@example.org");

        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (Kernel.Data.SiteDb)services.GetService(typeof(Kernel.Data.SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            await ((IEnumerable<Accounts.Contracts.IPersonalData>)services.GetService(typeof(IEnumerable<Accounts.Contracts.IPersonalData>))!).Single(data => data.Name == "votes").EraseAsync(voter.PersonId!, false, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        (await site.VotesAsync(id)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(vote => vote.PersonId.ShouldBeNull(), vote => vote.VoterId.ShouldNotBe(voter.PersonId));
    }
}
