using System.Net;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Invitations;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class InvitationTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task An_invited_person_has_a_reserved_seat_when_the_others_are_gone(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 2, change: (_, places) => places["Reserved"] = 1);
        await site.SeatedAsync(id);
        var late = await site.SeatedAsync(id);
        var guest = Gatherings.NewAddress();
        await InviteAsync(site, id, $"Camille Invitée ; {guest}");

        await RegisterInvitedAsync(site, guest);
        await site.CatchUpAsync();

        var row = await site.FindAsync(id, guest);
        (row.State, row.Pool).ShouldBe((RegistrationState.Confirmed, SeatPool.Reserved));
        (await site.StateAsync(id, late)).ShouldBe(RegistrationState.Waiting);
    }

    [Theory, OnBothDatabases]
    public async Task An_event_on_invitation_is_closed_to_others_and_the_silent_are_reminded_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(change: (_, places) => places["Access"] = "OnInvitation");
        var (guest, silent) = (Gatherings.NewAddress(), Gatherings.NewAddress());
        var organiser = await InviteAsync(site, id, $"Camille Invitée <{guest}>\n{silent}");
        await RegisterInvitedAsync(site, guest);

        var citizen = await site.SignInAsync();
        (await citizen.RegisterAsync(id, "Sans invitation")).Status.ShouldBe(HttpStatusCode.Conflict);
        var chased = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/invitations")).Form("form[action*='handler=Chase']").SubmitAsync();
        chased.Text(".notice-title").ShouldBe("1 personne est relancée.");

        chased.Document.QuerySelector("form[action*='handler=Chase']").ShouldBeNull();
        (await site.MailsAsync(silent)).Count.ShouldBe(2);
        (await site.AllAsync(id)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Confirmed);
    }

    [Theory, OnBothDatabases]
    public async Task Organisers_approve_refuse_register_and_cancel_and_stay_in_their_list(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(change: (_, places) => places["Approval"] = true);
        var (one, other) = (await site.SignInAsync(), await site.SignInAsync());
        await one.RegisterAsync(id, "Camille Une");
        await other.RegisterAsync(id, "Dominique Autre");
        var organiser = await site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");

        await (await organiser.GetAsync($"/admin/rendez-vous/{id}?q=Camille")).Form(".row-actions").SubmitAsync("Approuver");
        var refused = await (await organiser.GetAsync($"/admin/rendez-vous/{id}?q=Autre")).Form(".row-actions").SubmitAsync("Ne pas retenir");
        refused.Url.PathAndQuery.ShouldBe($"/admin/rendez-vous/{id}?q=Autre");
        var added = await (await organiser.GetAsync($"/admin/rendez-vous/{id}")).Form("details form.form").With("New.Name", "Par téléphone").With("New.Seats", "3").SubmitAsync("Inscrire");
        added.Text(".notice-title").ShouldBe("Inscription ajoutée. Sans adresse, le billet s’imprime avec les badges.");
        var removed = await (await organiser.GetAsync($"/admin/rendez-vous/{id}?q=t%C3%A9l%C3%A9phone")).Form(".row-actions").SubmitAsync("Oui, annuler");

        removed.Text(".notice-title").ShouldBe("Inscription annulée : la personne est prévenue.");
        (await site.AllAsync(id)).Select(row => (row.State, row.EndReason)).ShouldBe([(RegistrationState.Confirmed, null), (RegistrationState.Ended, EndReason.Refused), (RegistrationState.Ended, EndReason.Removed)]);
        (await site.SeatsAsync(id)).Taken.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_team_opens_a_registration_corrects_it_and_sends_the_link_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(change: (_, places) => places["Guests"] = 1);
        var workshop = await site.WorkshopAsync(id, "matin", 5, "Atelier du matin");
        var (wrong, right) = (Gatherings.NewAddress(), Gatherings.NewAddress());
        await site.Visitor().RegisterAsync(id, "Camile", wrong, form => form.With("Form.Guests[0]", "Alix").With("Form.Workshops[0]", workshop));
        await site.CatchUpAsync();
        var organiser = await site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");
        var list = await organiser.GetAsync($"/admin/rendez-vous/{id}");

        var page = await organiser.GetAsync(list.Document.QuerySelector("th a[href*='/inscriptions/']")!.GetAttribute("href")!);
        page.Text("main")!.ShouldContain("Atelier du matin");
        page = await page.Form("form.form").With("Name", "Camille").With("Guests[0]", "Alix Exemple").With("Email", right).SubmitAsync("Enregistrer");
        page.Text(".notice-title").ShouldBe("Enregistré ; le message est parti à la nouvelle adresse.");
        await site.ConfirmAsync(right);
        page = await (await organiser.GetAsync(page.Url.PathAndQuery)).Form("form[action*=Resend]").SubmitAsync();

        page.Text(".notice-title").ShouldBe("Le message est reparti, avec le lien du billet.");
        (await site.MailsAsync(right))[^1].ShouldContain("places sont réservées");
        (await site.AllAsync(workshop)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Name.ShouldBe("Camille"), row => row.Email.ShouldBe(right), row => row.State.ShouldBe(RegistrationState.Confirmed));
        (await site.InDatabaseAsync(db => db.Set<Attendee>().Where(seat => seat.EventId == id).OrderBy(seat => seat.Position).Select(seat => seat.Name).ToListAsync())).ShouldBe(["Camille", "Alix Exemple"]);
        (await organiser.GetAsync($"/admin/rendez-vous/{workshop}/inscriptions/{(await site.AllAsync(workshop))[0].Id}")).Url.AbsolutePath.ShouldBe(page.Url.AbsolutePath, "a workshop's registration is the plenary's");
        (await organiser.GetAsync($"/admin/rendez-vous/{await site.EventAsync()}/inscriptions/{(await site.AllAsync(id))[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task The_exports_hold_people_and_answers_and_never_their_needs(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(change: (_, places) => (places["AsksNeeds"], places["Questions"]) = (true, "EventQuestions"));
        var citizen = await site.SignInAsync();
        await citizen.RegisterAsync(id, "=Camille", fill: form => form.With("Form.Needs", "Diet").With("Form.Notes[Diet]", "sans arachide").With("EventQuestions.Expectations.Text", "Rencontrer des voisins"));
        var organiser = await site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");

        var csv = await organiser.Client.GetStringAsync($"/admin/rendez-vous/{id}/inscriptions.csv", TestContext.Current.CancellationToken);
        var excel = await organiser.Client.GetByteArrayAsync($"/admin/rendez-vous/{id}/inscriptions.xlsx", TestContext.Current.CancellationToken);

        csv.ShouldContain("'=Camille");
        csv.ShouldContain("Rencontrer des voisins");
        csv.ShouldNotContain("arachide");
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(excel));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain("arachide");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Lines_that_hold_no_address_send_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var organiser = await site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");

        var page = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/invitations")).Form("main form.form").With("People", $"Camille ; {Gatherings.NewAddress()}\nsans adresse").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text("ul.error").ShouldBe("sans adresse");
        (await site.InDatabaseAsync(db => db.Set<Invitation>().CountAsync(row => row.EventId == id))).ShouldBe(0);
    }

    private static async Task<Visitor> InviteAsync(Site site, string eventId, string people)
    {
        var organiser = await site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");
        await (await organiser.GetAsync($"/admin/rendez-vous/{eventId}/invitations")).Form("main form.form").With("People", people).SubmitAsync();
        return organiser;
    }

    private static async Task RegisterInvitedAsync(Site site, string address)
    {
        var link = (await site.MailsAsync(address)).SelectMany(mail => mail.Split('\n')).First(line => line.Contains("invitation=", StringComparison.Ordinal));
        await (await site.Visitor().GetAsync(new Uri(link.Trim()).PathAndQuery)).Form("main form.form").With("Form.Name", "Camille Invitée").SubmitAsync();
    }
}
