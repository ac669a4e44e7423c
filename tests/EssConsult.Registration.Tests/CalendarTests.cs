using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using Ical.Net;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class CalendarTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task An_entry_moves_with_the_event_and_leaves_when_it_is_called_off(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var address = await site.SeatedAsync(id);

        await site.ChangeAsync(id, (date, _) => (date["Starts"], date["Ends"]) = ("2027-05-12T07:00:00Z", "2027-05-12T10:00:00Z"));
        await site.RunJobAsync("registration-changes");
        await site.RunJobAsync("registration-changes");
        await site.ChangeAsync(id, (date, _) => date["Cancelled"] = true);
        await site.RunJobAsync("registration-changes");

        var sent = (await site.CalendarsAsync(address)).Select(text => Calendar.Load(text)!).ToList();
        sent.Select(calendar => calendar.Method).ShouldBe(["REQUEST", "REQUEST", "CANCEL"]);
        var entries = sent.Select(calendar => calendar.Events.ShouldHaveSingleItem()!).ToList();
        entries.Select(entry => entry.Uid).Distinct().ShouldHaveSingleItem();
        entries.Select(entry => entry.Sequence).ShouldBeInOrder(SortDirection.Ascending);
        entries[1].Sequence.ShouldBeGreaterThan(entries[0].Sequence);
        entries[1].Start!.AsUtc.ShouldBe(new DateTime(2027, 5, 12, 7, 0, 0, DateTimeKind.Utc));
        entries[2].Status.ShouldBe("CANCELLED");
    }

    [Theory, OnBothDatabases]
    public async Task A_plenary_that_is_called_off_takes_its_workshops_along_and_gives_them_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var plenary = await site.EventAsync();
        var (workshop, off) = (await site.WorkshopAsync(plenary, "matin", 5), await site.WorkshopAsync(plenary, "soir", 5));
        await site.ChangeAsync(off, (date, _) => date["Cancelled"] = true);
        var citizen = await site.SignInAsync();
        var own = await citizen.RegisterAsync(plenary, "Camille Exemple", fill: form => form.With("Form.Workshops[0]", workshop));

        await site.ChangeAsync(plenary, (date, _) => date["Cancelled"] = true);

        (await CancelledAsync(site, plenary, workshop, off)).ShouldBe([true, true, true]);
        var page = await citizen.GetAsync(own.Url.AbsolutePath);
        page.Text(".notice-title").ShouldBe("Ce rendez-vous est annulé");
        page.Html.ShouldNotContain("Annuler mon inscription");
        await site.ChangeAsync(plenary, (date, _) => date["Cancelled"] = false);
        (await CancelledAsync(site, plenary, workshop, off)).ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task Entries_say_when_the_clocks_of_Paris_change()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        await site.EventAsync();

        var feed = await site.Visitor().Client.GetStringAsync("/rendez-vous.ics");

        feed.ShouldContain("BEGIN:STANDARD");
        feed.ShouldContain("BEGIN:DAYLIGHT");
    }

    private static async Task<List<bool>> CancelledAsync(Site site, params string[] ids)
    {
        var rows = await site.InDatabaseAsync(db => db.Set<EventRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId));
        return [.. ids.Select(id => rows[id].IsCancelled)];
    }

    [Fact]
    public async Task The_organiser_of_an_entry_is_whoever_sends_the_mail_which_calendar_programs_compare()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Recipe = "ess-roadmap", Settings = { ["Mail:From"] = "rendez-vous@metropole.example" } });
        var id = await site.EventAsync();

        var address = await site.SeatedAsync(id);

        Calendar.Load((await site.CalendarsAsync(address))[^1])!.Events.ShouldHaveSingleItem()!.Organizer!.Value.ShouldBe(new Uri("mailto:rendez-vous@metropole.example"));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_cancels_loses_the_entry_too(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var address = await site.SeatedAsync(id);

        await site.CancelAsync(address);

        var last = Calendar.Load((await site.CalendarsAsync(address))[^1])!;
        last.Method.ShouldBe("CANCEL");
        (await site.MailsAsync(address))[^1].ShouldContain("Votre inscription est annulée");
    }

    [Theory, OnBothDatabases]
    public async Task A_change_that_calendars_need_not_know_is_not_mailed(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var address = await site.SeatedAsync(id);
        var before = (await site.MailsAsync(address)).Count;

        await site.ChangeAsync(id, (_, places) => places["Capacity"] = 50);
        await site.RunJobAsync("registration-changes");

        (await site.MailsAsync(address)).Count.ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task The_agenda_can_be_subscribed_to_and_an_event_taken_over_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(title: "Plénière de l’agenda");

        var feed = await site.Visitor().Client.GetStringAsync("/rendez-vous.ics", TestContext.Current.CancellationToken);
        var one = await site.Visitor().Client.GetStringAsync($"/rendez-vous/{id}.ics", TestContext.Current.CancellationToken);

        Calendar.Load(feed)!.Events.ShouldContain(entry => entry.Summary == "Plénière de l’agenda");
        Calendar.Load(one)!.Events.ShouldHaveSingleItem()!.Location.ShouldBe("Salle de la Manufacture");
        (await site.Visitor().GetAsync("/rendez-vous/inconnu.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task The_mail_carries_the_entry_among_its_alternatives_and_as_a_file(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var address = await site.SeatedAsync(id);

        var stored = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT calendar_method AS \"Value\" FROM mail_message WHERE recipient = {address} AND calendar IS NOT NULL").ToListAsync());

        stored.ShouldBe(["REQUEST"]);
        (await site.StateAsync(id, address)).ShouldBe(RegistrationState.Confirmed);
    }
}
