using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class RegisterTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task A_visitor_registers_without_an_account_and_confirms_by_the_mailed_link(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, address) = (await site.EventAsync(), Gatherings.NewAddress());

        var sent = await site.Visitor().RegisterAsync(id, "Camille Exemple", address);
        await site.CatchUpAsync();

        sent.Text(".notice-title").ShouldBe("Lisez vos e-mails");
        (await site.StateAsync(id, address)).ShouldBe(RegistrationState.Held);
        var confirmed = await site.ConfirmAsync(address);
        confirmed.Text(".notice-title").ShouldBe("Votre place est réservée");
        (await site.StateAsync(id, address)).ShouldBe(RegistrationState.Confirmed);
        (await site.SeatsAsync(id)).Taken.ShouldBe(1);
        (await site.MailsAsync(address)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_link_alone_changes_nothing_and_another_s_link_opens_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var (one, other) = (Gatherings.NewAddress(), Gatherings.NewAddress());
        await site.Visitor().RegisterAsync(id, "Une", one);
        await site.Visitor().RegisterAsync(id, "Autre", other);
        await site.CatchUpAsync();
        var (mine, theirs) = (await site.LinkAsync(one), await site.LinkAsync(other));

        await site.Visitor().GetAsync(mine);

        (await site.StateAsync(id, one)).ShouldBe(RegistrationState.Held);
        var mixed = theirs.Split('?')[0] + "?" + mine.Split('?')[1];
        (await site.Visitor().GetAsync(mixed)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor().GetAsync(theirs.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_signed_in_citizen_has_the_seat_at_once_and_finds_it_in_the_account(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(title: "Plénière des comptes");
        var citizen = await site.SignInAsync();

        var page = await citizen.RegisterAsync(id, "Camille Exemple");

        page.Text(".notice-title").ShouldBe("Votre place est réservée");
        (await citizen.GetAsync("/compte/rendez-vous")).Text("main .link-list")!.ShouldContain("Plénière des comptes");
        (await citizen.GetAsync($"/rendez-vous/{id}/inscription")).Url.AbsolutePath.ShouldStartWith("/inscription/");
        (await citizen.GetAsync("/compte")).Document.QuerySelector("a[href='/compte/rendez-vous']").ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_sent_twice_registers_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var citizen = await site.SignInAsync();
        var form = (await citizen.GetAsync($"/rendez-vous/{id}/inscription")).Form("main form.form").With("Form.Name", "Camille Exemple");

        await form.SubmitAsync();
        var second = await form.SubmitAsync();

        second.Status.ShouldBe(HttpStatusCode.OK);
        (await site.AllAsync(id)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_registers_once_and_is_told_the_same_either_way(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var address = await site.SeatedAsync(id);
        var before = (await site.MailsAsync(address)).Count;

        var again = await site.Visitor().RegisterAsync(id, "Quelqu’un d’autre", address.ToUpperInvariant());
        await site.CatchUpAsync();

        again.Text(".notice-title").ShouldBe("Lisez vos e-mails");
        (await site.AllAsync(id)).Count.ShouldBe(1);
        (await site.MailsAsync(address)).Count.ShouldBe(before + 1);
        (await site.MailsAsync(address))[^1].ShouldContain("Votre place est réservée.");
        await site.Visitor().RegisterAsync(id, "Quelqu’un d’autre", address);
        (await site.MailsAsync(address)).Count.ShouldBe(before + 1, "not each minute");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.Visitor().RegisterAsync(id, "Quelqu’un d’autre", address);
        (await site.MailsAsync(address)).Count.ShouldBe(before + 2);
    }

    [Theory, OnBothDatabases]
    public async Task Guests_are_named_and_take_seats(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 3, change: (_, places) => places["Guests"] = 2);
        var citizen = await site.SignInAsync();

        await citizen.RegisterAsync(id, "Camille Exemple", fill: form => form.With("Form.Guests[0]", "Dominique Exemple"));

        (await site.SeatsAsync(id)).Taken.ShouldBe(2);
        (await site.InDatabaseAsync(db => db.Set<Attendee>().Where(row => row.EventId == id).OrderBy(row => row.Position).Select(row => row.Name).ToListAsync())).ShouldBe(["Camille Exemple", "Dominique Exemple"]);
    }

    [Theory, OnBothDatabases]
    public async Task Outside_its_dates_an_event_says_why_and_stores_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var early = await site.EventAsync(change: (_, places) => places["Opens"] = "2099-01-01T08:00:00Z");
        var late = await site.EventAsync(change: (_, places) => places["Closes"] = "2020-01-01T08:00:00Z");
        var cancelled = await site.EventAsync(change: (date, _) => date["Cancelled"] = true);

        (await site.Visitor().GetAsync($"/rendez-vous/{early}/inscription")).Text(".notice-title").ShouldBe("Les inscriptions ouvrent le 1er janvier 2099, 9 h 00.");
        (await site.Visitor().GetAsync($"/rendez-vous/{late}/inscription")).Text(".notice-title").ShouldStartWith("Les inscriptions sont closes depuis le 1er janvier 2020");
        (await site.Visitor().GetAsync($"/rendez-vous/{cancelled}/inscription")).Text(".notice-title").ShouldBe("Ce rendez-vous est annulé.");
        (await site.Visitor().GetAsync("/rendez-vous/inconnu/inscription")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_missing_is_told_and_what_was_typed_stays(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();

        var page = await site.Visitor().RegisterAsync(id, "Camille Exemple", "pas une adresse");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text("#Form_Email-error").ShouldBe("Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.");
        page.Document.QuerySelector("#Form_Name")!.GetAttribute("value").ShouldBe("Camille Exemple");
        (await site.AllAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Needs_are_counted_for_organisers_and_named_to_one_role_that_leaves_a_trace(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(change: (_, places) => places["AsksNeeds"] = true);
        var citizen = await site.SignInAsync();
        await citizen.RegisterAsync(id, "Camille Exemple", fill: form => form.With("Form.Needs", "SignLanguage").With("Form.Needs", "Diet").With("Form.Notes[Diet]", "sans arachide"));

        var organiser = await site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");
        var page = await organiser.GetAsync($"/admin/rendez-vous/{id}");
        page.Text("main")!.ShouldContain("Interprétation en langue des signes (LSF)1");
        page.Text("main")!.ShouldNotContain("arachide");
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/besoins")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var carer = await site.SignInAsync("Carer", "AccessAdminPanel", "ViewNeeds");
        (await carer.GetAsync($"/admin/rendez-vous/{id}/besoins")).Text("main")!.ShouldContain("Camille Exemple : sans arachide");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM audit_row WHERE act = 'needs.seen' AND subject = {id}").FirstAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_registration_goes_to_the_account_that_proved_the_address(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var address = await site.SeatedAsync(id);
        var citizen = await site.SignInAsync();

        await (await citizen.GetAsync(await site.LinkAsync(address))).Form("form[action*='handler=Adopt']").SubmitAsync();

        var row = (await site.AllAsync(id)).ShouldHaveSingleItem();
        row.PersonId.ShouldBe(citizen.PersonId);
        row.Email.ShouldBeNull();
    }
}
