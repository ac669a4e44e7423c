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
