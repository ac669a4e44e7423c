using System.Net;
using EssConsult.Actors.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>Links of two steps and traces of links: the site finds them, somebody decides.</summary>
public sealed class HintTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task A_structure_between_juror_and_applicant_is_shown_with_its_path_and_recuses_only_once_somebody_has_decided(Database database)
    {
        var site = await sites.OnAsync(database);
        var (applicant, shared, organiser) = (await site.SignInAsync(), await site.SignInAsync(), await site.OrganiserAsync());
        var key = Guid.NewGuid().ToString("N")[..6];
        var (near, entering) = ($"Épicerie du Port {key}", $"La Ressourcerie {key}");
        await site.UseAsync<IDemoActors>(actors => actors.PutAsync([Structure("a" + key, near, shared), Structure("b" + key, entering, shared, applicant)], default));
        await site.CatchUpAsync();
        var edition = await site.EditionAsync();
        var structure = await site.InDatabaseAsync(db => db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM actor WHERE name = {entering}").SingleAsync());
        var (entry, other) = (await applicant.EnterAsync(edition, "Le dossier de la ressourcerie", structure.ToString()), await (await site.SignInAsync()).EnterAsync(edition, "Sans rapport"));
        var juror = await site.JurorAsync(organiser, edition, "Jurée Proche", near);
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);
        await organiser.ScreenAsync(edition, other);

        var page = await organiser.GetAsync($"/admin/prix/{edition}");
        page.Texts("section[aria-labelledby=indices] tbody tr").ShouldHaveSingleItem().ShouldContain($"vient de {near}, qui partage un membre avec {entering}, qui dépose ce dossier");
        (await organiser.OpenScoringAsync(edition)).Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("attendent une décision");
        (await site.InDatabaseAsync(db => db.Set<Conflict>().CountAsync(row => row.EditionId == edition))).ShouldBe(0);

        var decided = await page.Form("section[aria-labelledby=indices] form").SubmitAsync("C’est un lien : écarter");
        decided.Status.ShouldBe(HttpStatusCode.OK);
        decided.Has("section[aria-labelledby=indices]").ShouldBeFalse();
        var link = await site.InDatabaseAsync(db => db.Set<Conflict>().AsNoTracking().SingleAsync(row => row.EditionId == edition));
        (link.PersonId, link.EntryId, link.Kind, link.Origin).ShouldBe((juror.PersonId, entry, ConflictKind.Partner, ConflictOrigin.Detected));
        await organiser.OpenScoringAsync(edition);
        (await juror.DeclareAsync(edition)).Texts("main tbody tr").ShouldHaveSingleItem().ShouldContain("Sans rapport");
    }

    [Theory, OnBothDatabases]
    public async Task Entries_sent_together_count_within_the_years_that_the_edition_says_and_no_longer(Database database)
    {
        var site = await sites.OnAsync(database);
        var (former, applicant, organiser) = (await site.SignInAsync(), await site.SignInAsync(), await site.OrganiserAsync());
        var key = Guid.NewGuid().ToString("N")[..6];
        var name = $"Les Jardins {key}";
        await site.UseAsync<IDemoActors>(actors => actors.PutAsync([Structure("c" + key, name, former, applicant)], default));
        var structure = await site.InDatabaseAsync(db => db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM actor WHERE name = {name}").SingleAsync());
        var (old, sent) = (await former.EnterAsync(await site.EditionAsync(), "L’ancien dossier", structure.ToString()), site.Clock.GetUtcNow().UtcDateTime.AddDays(-500));
        await site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await db.Set<Entries.Entry>().Where(row => row.Id == old).ExecuteUpdateAsync(row => row.SetProperty(one => one.SubmittedUtc, (DateTime?)sent));
            await db.Database.ExecuteSqlAsync($"DELETE FROM actor_member WHERE person_id = {former.PersonId}");
            db.Publish(new MembershipEnded(structure, former.PersonId!));
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });
        await site.CatchUpAsync();
        var editions = new[] { await site.EditionAsync(part => part["LinkYears"] = 2), await site.EditionAsync(part => part["LinkYears"] = 1) };

        var found = new List<int>();
        foreach (var edition in editions)
        {
            await applicant.EnterAsync(edition, "Le nouveau", structure.ToString());
            var address = await InviteAsync(site, organiser, edition);
            (await (await former.GetAsync(address)).Form("form[action*=Accept]").With("Charter", "true").SubmitAsync("J’accepte")).Status.ShouldBe(HttpStatusCode.OK);
            found.Add(await site.InDatabaseAsync(db => db.Set<LinkHint>().CountAsync(hint => hint.EditionId == edition && hint.Kind == ConflictKind.CoEntry && hint.PersonId == former.PersonId)));
        }

        found.ShouldBe([1, 0]);
        var page = await organiser.GetAsync($"/admin/prix/{editions[0]}");
        page.Text("section[aria-labelledby=indices] tbody").ShouldNotBeNull().ShouldContain($"a déposé un dossier de {name} en");
        (await page.Form("section[aria-labelledby=indices] form").SubmitAsync("Sans suite")).Has("section[aria-labelledby=indices]").ShouldBeFalse();
        (await site.InDatabaseAsync(db => db.Set<Conflict>().CountAsync(row => row.EditionId == editions[0]))).ShouldBe(0);
    }

    [Theory]
    [InlineData("lea@ressourcerie.org", "ressourcerie.org")]
    [InlineData("https://www.ressourcerie.org/contact", "ressourcerie.org")]
    [InlineData("ressourcerie.org", "ressourcerie.org")]
    [InlineData("lea@gmail.com", null)]
    [InlineData("lea@orange.fr", null)]
    [InlineData("https://ressourcerie.wordpress.com", null)]
    [InlineData("lea@example.org", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_domain_tells_of_a_link_only_where_it_is_somebodys_own(string? address, string? domain) => MailDomain.OwnOf(address).ShouldBe(domain);

    [Fact]
    public void An_address_of_the_same_domain_as_the_structure_or_its_people_is_a_trace_and_one_of_a_provider_is_none()
    {
        var structure = Guid.NewGuid();
        ActorTrace[] traces = [new(structure, "La Ressourcerie", "la ressourcerie", "https://www.ressourcerie.org", null)];
        var graph = new LinkGraph([], [], traces, new Dictionary<string, string> { ["applicant"] = "gmail.com", ["other"] = "cabinet-exemple.fr" });
        var (ours, elsewhere) = (Sent("applicant", structure), Sent("other", null));

        graph.Between(Seated("lea@ressourcerie.org"), ours, [ours.OwnerId]).ShouldBe([(ConflictKind.Employment, "son adresse est en @ressourcerie.org, comme La Ressourcerie, qui dépose ce dossier")]);
        graph.Between(Seated("lea@gmail.com"), ours, [ours.OwnerId]).ShouldBeEmpty();
        graph.Between(Seated("lea@cabinet-exemple.fr"), elsewhere, [elsewhere.OwnerId]).ShouldBe([(ConflictKind.Employment, "son adresse est en @cabinet-exemple.fr, comme la personne qui dépose ce dossier")]);
    }

    private static Juror Seated(string email)
    {
        var juror = new Juror { EditionId = "4edition", Name = "Léa", Email = email, EmailKey = email, InvitedUtc = DateTime.UnixEpoch };
        juror.Accept("juror", DateTime.UnixEpoch);
        return juror;
    }

    private static Entries.Entry Sent(string owner, Guid? structure)
    {
        var (now, edition) = (DateTime.UnixEpoch, new Edition { ContentItemId = "4edition", Published = true, OpensUtc = DateTime.UnixEpoch.AddDays(-1), ClosesUtc = DateTime.UnixEpoch.AddDays(1) });
        var entry = new Entries.Entry { EditionId = edition.ContentItemId, OwnerId = owner, CreatedUtc = now };
        entry.Save(edition, "Un dossier", structure, null, 0, now);
        entry.Submit(edition, 1, "x", now);
        return entry;
    }

    private static async Task<string> InviteAsync(Site site, Visitor organiser, string edition)
    {
        var address = $"ancien-{Guid.NewGuid():N}@exemple.fr";
        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Invite]").With("New.Name", "Ancien Membre").With("New.Email", address).SubmitAsync();
        await site.CatchUpAsync();
        var juror = await site.InDatabaseAsync(db => db.Set<Juror>().Where(row => row.Email == address).Select(row => row.Id).SingleAsync());
        return await site.UseAsync((JuryLinks links) => Task.FromResult(links.ToInvitation(juror)));
    }

    private static DemoActor Structure(string id, string name, params Visitor[] members) => new(id, name, ActorFamily.Association, null, null, null, null, [.. members.Select(member => member.PersonId!)]);
}
