using System.Net;
using EssConsult.Actors.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests.Features;

public sealed class MembershipTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_contact_accepts_who_asked_and_then_they_speak_for_the_structure(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Accueillante " + Seed.Word());
        var (contact, citizen) = (await site.SignInAsync(), await site.SignInAsync());
        await site.MemberAsync(actor, contact, MemberRole.Contact);

        var mine = await (await citizen.GetAsync(actor.Path + "/rejoindre")).Form("main form").With("Message", "J’y travaille.").SubmitAsync("Envoyer la demande");
        mine.Url.AbsolutePath.ShouldBe("/compte/structures");
        mine.Texts(".state").ShouldBe(["En attente"]);
        (await SpeakersAsync(site, citizen)).ShouldBeEmpty();

        var asked = await contact.GetAsync("/compte/structures");
        asked.Html.ShouldContain("J’y travaille.");
        await asked.Form("form[action*=Accept]").SubmitAsync("Accepter");

        (await SpeakersAsync(site, citizen)).ShouldBe([actor.Name]);
        (await site.PublishedAsync<MembershipDecided>()).ShouldContain(new MembershipDecided(actor.Id, citizen.PersonId!, Accepted: true));
        (await (await citizen.GetAsync(actor.Path)).FollowAsync("Mes structures")).Texts(".state").ShouldBe(["Acceptée"]);
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_declined_neither_speaks_nor_asks_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Exigeante " + Seed.Word());
        var (contact, citizen) = (await site.SignInAsync(), await site.SignInAsync());
        await site.MemberAsync(actor, contact, MemberRole.Contact);
        var form = await citizen.GetAsync(actor.Path + "/rejoindre");
        await form.Form("main form").SubmitAsync();

        await (await contact.GetAsync("/compte/structures")).Form("form[action*=Decline]").SubmitAsync("Décliner");

        (await SpeakersAsync(site, citizen)).ShouldBeEmpty();
        (await citizen.GetAsync("/compte/structures")).Has("form[action*=Leave]").ShouldBeFalse();
        var again = await form.Form("main form").SubmitAsync();
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Html.ShouldContain("Vous avez déjà fait cette demande.");
        (await site.InDatabaseAsync(db => db.Set<ActorMember>().CountAsync(member => member.ActorId == actor.Id && member.PersonId == citizen.PersonId))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_database_holds_one_row_per_person_and_structure(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Unique " + Seed.Word());
        var citizen = await site.SignInAsync();
        await site.MemberAsync(actor, citizen);

        (await Should.ThrowAsync<RuleException>(() => site.MemberAsync(actor, citizen))).Code.ShouldBe("actor.member.twice");
    }

    [Theory, OnBothDatabases]
    public async Task Neither_a_stranger_nor_a_plain_member_answers_a_request(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Gardée " + Seed.Word());
        var (member, stranger, asking) = (await site.SignInAsync(), await site.SignInAsync(), await site.SignInAsync());
        await site.MemberAsync(actor, member);
        var request = await site.MemberAsync(actor, asking, accepted: false);

        foreach (var visitor in new[] { member, stranger, asking })
        {
            (await PostAsync(visitor, $"/compte/structures?handler=Accept&member={request.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await SpeakersAsync(site, asking)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_contact_edits_the_structure_and_a_member_does_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Éditée " + Seed.Word());
        var (contact, member) = (await site.SignInAsync(), await site.SignInAsync());
        await site.MemberAsync(actor, contact, MemberRole.Contact);
        await site.MemberAsync(actor, member);

        (await member.GetAsync(actor.Path + "/modifier")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await (await contact.GetAsync(actor.Path + "/modifier")).Form("main form").With("Form.Commune", "Bouguenais").SubmitAsync("Enregistrer");

        page.Url.AbsolutePath.ShouldBe(actor.Path);
        (await site.FindAsync(actor.Name))!.Commune.ShouldBe("Bouguenais");
        (await site.PublishedAsync<ActorChanged>()).ShouldContain(new ActorChanged(actor.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_speaks_for_a_structure_that_was_archived_or_that_they_left(Database database)
    {
        var site = await sites.OnAsync(database);
        var citizen = await site.SignInAsync();
        var archived = await site.ActorAsync("Archivée " + Seed.Word(), state: ActorState.Archived);
        var left = await site.ActorAsync("Quittée " + Seed.Word());
        await site.MemberAsync(archived, citizen);
        await site.MemberAsync(left, citizen);
        (await SpeakersAsync(site, citizen)).ShouldBe([left.Name]);

        await (await citizen.GetAsync("/compte/structures")).Form($"form[action*=Leave]").SubmitAsync();
        await (await citizen.GetAsync("/compte/structures")).Form($"form[action*=Leave]").SubmitAsync();

        (await SpeakersAsync(site, citizen)).ShouldBeEmpty();
        (await citizen.GetAsync("/compte/structures")).Text(".empty-title").ShouldBe("Vous ne représentez encore aucune structure");
    }

    [Theory, OnBothDatabases]
    public async Task The_page_of_my_structures_asks_no_more_with_more_members(Database database)
    {
        var site = await sites.OnAsync(database);
        var contact = await site.SignInAsync();
        var actor = await site.ActorAsync("Peuplée " + Seed.Word());
        await site.MemberAsync(actor, contact, MemberRole.Contact);
        await site.MemberAsync(actor, await site.SignInAsync());
        var few = (await contact.GetAsync("/compte/structures")).Queries.Count;

        for (var number = 0; number < 5; number++)
        {
            await site.MemberAsync(await site.ActorAsync($"Autre {number} " + Seed.Word()), contact, MemberRole.Contact);
            await site.MemberAsync(actor, await site.SignInAsync(), accepted: false);
        }

        (await contact.GetAsync("/compte/structures")).Queries.Count.ShouldBe(few);
    }

    private static async Task<IEnumerable<string>> SpeakersAsync(Site site, Visitor visitor) =>
        (await site.UseAsync<IActors, IReadOnlyList<ActorName>>(actors => actors.SpeakersForAsync(visitor.PersonId!, default))).Select(actor => actor.Name);

    private static async Task<Page> PostAsync(Visitor visitor, string path)
    {
        var token = (await visitor.GetAsync("/structures/proposer")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
    }
}
