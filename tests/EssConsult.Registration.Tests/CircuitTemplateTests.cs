using EssConsult.Registration.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>The circuits about events that the first site brings, switched on as an administrator does.</summary>
public sealed class CircuitTemplateTests
{
    [Theory, OnBothDatabases]
    public async Task A_registration_waits_for_the_teams_word_and_the_circuit_gives_the_seat(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var admin = await site.SwitchOnAsync("4registrationapproval");
        var team = await site.SignInAsync("Facilitator");
        var id = await site.EventAsync(title: "Plénière de mai", change: (_, places) => places["Approval"] = true);
        var (wanted, unwanted, fickle) = (await site.SeatedAsync(id, "Camille Exemple"), await site.SeatedAsync(id, "Dominique Exemple"), await site.SeatedAsync(id, "Claude Exemple"));
        await site.UntilAsync(async () => await site.WaitsAsync() == 6);
        (await site.ToldAsync("Une inscription à accepter : Plénière de mai")).ShouldBe(3);

        var past = await (await admin.GetAsync($"/admin/rendez-vous/{id}?etat=Pending")).Form("form:has([formaction*='Approve'])").SubmitAsync("Approuver");
        past.Text(".error-summary").ShouldNotBeNull().ShouldContain("Le circuit « Inscription sur accord » décide pour cette inscription");

        await site.CancelAsync(fickle);
        await site.UntilAsync(async () => await site.WaitsAsync() == 4);
        var desk = await team.GetAsync("/admin/decisions");
        desk.Texts("tbody th").ShouldBe(["Camille Exemple · Plénière de mai", "Dominique Exemple · Plénière de mai"]);
        desk = await desk.Form("tbody tr:first-child form").SubmitAsync("Accepter");
        await desk.Form("tbody form").SubmitAsync("Ne pas retenir");
        await site.UntilAsync(async () => await site.WaitsAsync() == 0);

        (await site.StateAsync(id, wanted)).ShouldBe(RegistrationState.Confirmed);
        (await site.FindAsync(id, unwanted)).EndReason.ShouldBe(EndReason.Refused);
        (await site.SeatsAsync(id)).Taken.ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT actor_id AS \"Value\" FROM audit_row WHERE subject = {id} AND act = 'registration.approved'").SingleAsync())).ShouldBe("workflow:4registrationapproval");
    }

    [Theory, OnBothDatabases]
    public async Task Once_the_event_is_over_or_called_off_nobody_is_asked_who_may_come(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.SwitchOnAsync("4registrationapproval");
        var (soon, later) = (await site.EventAsync(title: "Atelier de mai", startsInDays: 2, change: (_, places) => places["Approval"] = true), await site.EventAsync(title: "Plénière de juin", startsInDays: 40, change: (_, places) => places["Approval"] = true));
        await site.SeatedAsync(soon);
        await site.SeatedAsync(later);
        await site.UntilAsync(async () => await site.WaitsAsync() == 4);
        await site.RunJobAsync("circuit-requests");
        (await site.WaitsAsync()).ShouldBe(4);

        site.Clock.Advance(TimeSpan.FromDays(4));
        await site.RunJobAsync("circuit-requests");

        (await site.WaitsAsync()).ShouldBe(2);
        (await (await site.SignInAsync("Facilitator")).GetAsync("/admin/decisions")).Texts("tbody th").ShouldHaveSingleItem().ShouldContain("Plénière de juin");
    }

    [Theory, OnBothDatabases]
    public async Task Reminders_go_out_when_the_circuit_says_with_its_words_and_once(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var admin = await site.SwitchOnAsync("4eventreminders");
        var settings = await (await admin.GetAsync("/admin/circuits/4eventreminders/reglages")).Form("main form").With("soon-Days", "10, 1").With("remind-AskingNote", "Pensez au covoiturage.").SubmitAsync("Enregistrer et voir le message");
        settings.Texts(".panel").ShouldContain(text => text.Contains("Venez-vous toujours ?", StringComparison.Ordinal) && text.Contains("Pensez au covoiturage.", StringComparison.Ordinal));
        await site.CatchUpAsync();
        var id = await site.EventAsync(startsInDays: 20);
        var address = await site.SeatedAsync(id);
        var before = (await site.MailsAsync(address)).Count;

        await GoToAsync(site, id, TimeSpan.FromDays(10.2));
        (await SentAsync(site, address)).ShouldBe(before);
        await GoToAsync(site, id, TimeSpan.FromDays(9.9));
        await site.UntilAsync(async () => await SentAsync(site, address) > before);
        (await site.MailsAsync(address))[^1].ShouldContain("Pensez au covoiturage.");
        await GoToAsync(site, id, TimeSpan.FromDays(6.9));
        (await SentAsync(site, address)).ShouldBe(before + 1);

        await GoToAsync(site, id, TimeSpan.FromHours(26));
        (await SentAsync(site, address)).ShouldBe(before + 1, "the usual 28 hours are the circuit's no more");
        await GoToAsync(site, id, TimeSpan.FromHours(23.9));
        await site.UntilAsync(async () => await SentAsync(site, address) > before + 1);
        (await SentAsync(site, address)).ShouldBe(before + 2);
        (await site.MailsAsync(address))[^1].ShouldContain("Votre billet est derrière ce lien");
    }

    private static async Task GoToAsync(Site site, string eventId, TimeSpan before)
    {
        var starts = (await site.InDatabaseAsync(db => db.Set<EventRow>().AsNoTracking().FirstAsync(row => row.ContentItemId == eventId))).StartsUtc;
        site.Clock.Advance(starts - before - site.Clock.GetUtcNow().UtcDateTime);
        await site.RunJobAsync("circuit-events");
        await site.LookAtCircuitsAsync();
    }

    private static async Task<int> SentAsync(Site site, string address)
    {
        await site.RunJobAsync("registration-reminders");
        await site.CatchUpAsync();
        return (await site.MailsAsync(address)).Count;
    }
}
