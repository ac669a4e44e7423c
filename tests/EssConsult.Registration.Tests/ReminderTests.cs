using EssConsult.Registration.Contracts;
using EssConsult.Registration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class ReminderTests
{
    [Theory, OnBothDatabases]
    public async Task One_message_a_week_before_and_one_the_day_before_and_never_twice(Database database)
    {
        await using var site = await StartAsync(database);
        var id = await site.EventAsync(startsInDays: 20);
        var address = await site.SeatedAsync(id);
        var before = (await site.MailsAsync(address)).Count;

        await GoToAsync(site, id, TimeSpan.FromDays(6.9));
        await RemindAsync(site, times: 2);
        (await site.MailsAsync(address)).Count.ShouldBe(before + 1);
        (await site.MailsAsync(address))[^1].ShouldContain("Venez-vous toujours ?");

        await GoToAsync(site, id, TimeSpan.FromHours(26));
        await RemindAsync(site, times: 2);
        (await site.MailsAsync(address)).Count.ShouldBe(before + 2);
        (await site.MailsAsync(address))[^1].ShouldContain("Votre billet est derrière ce lien");
        (await site.StateAsync(id, address)).ShouldBe(RegistrationState.Confirmed);
    }

    [Theory, OnBothDatabases]
    public async Task A_silent_seat_goes_on_only_where_it_was_announced_and_after_two_messages(Database database)
    {
        await using var site = await StartAsync(database);
        var id = await site.EventAsync(capacity: 2, startsInDays: 20, change: (_, places) => places["ReleasesSilentSeats"] = true);
        var (silent, coming) = (await site.SeatedAsync(id), await site.SeatedAsync(id));
        var waiting = await site.SeatedAsync(id);
        await GoToAsync(site, id, TimeSpan.FromDays(6.9));
        await RemindAsync(site, times: 1);
        await (await site.Visitor().GetAsync(await site.LinkAsync(coming))).Form("main form").SubmitAsync("Oui, je viens");

        await GoToAsync(site, id, TimeSpan.FromDays(2.9));
        await RemindAsync(site, times: 3);
        (await site.StateAsync(id, silent)).ShouldBe(RegistrationState.Confirmed);
        site.Clock.Advance(TimeSpan.FromHours(24.5));
        await RemindAsync(site, times: 1);

        (await site.FindAsync(id, silent)).EndReason.ShouldBe(EndReason.Lapsed);
        (await site.StateAsync(id, coming)).ShouldBe(RegistrationState.Confirmed);
        (await site.StateAsync(id, waiting)).ShouldBe(RegistrationState.Offered);
        (await site.MailsAsync(silent)).Count(mail => mail.Contains("Venez-vous toujours ?", StringComparison.Ordinal) && mail.Contains("Sans réponse avant le", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Needs_are_forgotten_after_fifteen_days_and_people_after_three_months(Database database)
    {
        await using var site = await StartAsync(database);
        var id = await site.EventAsync(startsInDays: 2, change: (_, places) => places["AsksNeeds"] = true);
        var citizen = await site.SignInAsync();
        await citizen.RegisterAsync(id, "Camille Secrète", fill: form => form.With("Form.Needs", "Diet").With("Form.Notes[Diet]", "sans arachide"));
        var address = await site.SeatedAsync(id, "Dominique Secret");
        (await TracesAsync(site, "arachide")).ShouldBe(["attendee_need.note"]);
        site.IndexHolds("arachide").ShouldBeFalse();
        site.IndexHolds("Secrète").ShouldBeFalse();
        site.IndexHolds("econom").ShouldBeTrue("the index is read");

        site.Clock.Advance(TimeSpan.FromDays(2 + 16));
        await site.RunJobAsync("registration-purge");
        (await TracesAsync(site, "arachide")).ShouldBeEmpty();
        (await site.InDatabaseAsync(db => db.Set<NeedCount>().Where(count => count.EventId == id).Select(count => new { count.Kind, count.Count }).ToListAsync())).ShouldHaveSingleItem().Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(90));
        await site.RunJobAsync("registration-purge");
        var rows = await site.AllAsync(id);
        rows.ShouldAllBe(row => row.Name == string.Empty && row.Email == null && row.PersonId == null && row.Answers == null);
        rows.Count(row => row.State == RegistrationState.Confirmed).ShouldBe(2);
        (await site.InDatabaseAsync(db => db.Set<Attendee>().CountAsync(row => row.EventId == id && row.Name != null))).ShouldBe(0);
        (await site.InDatabaseAsync(db => db.Set<Registration>().CountAsync(row => row.EmailKey == Kernel.Data.EmailAddress.Normalize(address)))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task People_take_their_registrations_along(Database database)
    {
        await using var site = await StartAsync(database);
        var id = await site.EventAsync(change: (_, places) => places["AsksNeeds"] = true);
        var citizen = await site.SignInAsync();
        await citizen.RegisterAsync(id, "Camille Exemple", fill: form => form.With("Form.Needs", "Diet").With("Form.Notes[Diet]", "sans arachide"));
        var address = await site.SeatedAsync(id, "Dominique Exemple");

        var (byPerson, byAddress) = await site.UseAsync<IServiceProvider, (object?, object?)>(async services => (
            await ((IEnumerable<Accounts.Contracts.IPersonalData>)services.GetService(typeof(IEnumerable<Accounts.Contracts.IPersonalData>))!).Single(data => data is RegistrationData).ExportAsync(citizen.PersonId!, default),
            await ((IEnumerable<Accounts.Contracts.IAddressData>)services.GetService(typeof(IEnumerable<Accounts.Contracts.IAddressData>))!).Single(data => data is RegistrationAddressData).ExportAsync(address, default)));

        var json = System.Text.Json.JsonSerializer.Serialize(byPerson);
        json.ShouldContain("Camille Exemple");
        json.ShouldContain("arachide");
        System.Text.Json.JsonSerializer.Serialize(byAddress).ShouldContain("Dominique Exemple");
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_an_account_gives_its_seat_to_who_waits(Database database)
    {
        await using var site = await StartAsync(database);
        var id = await site.EventAsync(capacity: 1);
        var citizen = await site.SignInAsync();
        await citizen.RegisterAsync(id, "Camille Secrète");
        var waiting = await site.SeatedAsync(id);

        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (Kernel.Data.SiteDb)services.GetService(typeof(Kernel.Data.SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            await ((IEnumerable<Accounts.Contracts.IPersonalData>)services.GetService(typeof(IEnumerable<Accounts.Contracts.IPersonalData>))!).Single(data => data is RegistrationData).EraseAsync(citizen.PersonId!, false, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });
        await site.CatchUpAsync();

        (await TracesAsync(site, "Camille Secrète")).ShouldBeEmpty();
        (await site.StateAsync(id, waiting)).ShouldBe(RegistrationState.Offered);
    }

    private static Task<Site> StartAsync(Database database) => Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });

    /// <summary>To so long before the start, on a morning: nobody is written to at night.</summary>
    private static async Task GoToAsync(Site site, string eventId, TimeSpan before)
    {
        var starts = (await site.InDatabaseAsync(db => db.Set<EventRow>().AsNoTracking().FirstAsync(row => row.ContentItemId == eventId))).StartsUtc;
        site.Clock.Advance(starts - before - site.Clock.GetUtcNow().UtcDateTime);
    }

    private static async Task RemindAsync(Site site, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await site.RunJobAsync("registration-reminders");
        }

        await site.CatchUpAsync();
    }

    /// <summary>The tables of this module, of the mail queue and of the outbox that still hold the words.</summary>
    private static Task<List<string>> TracesAsync(Site site, string words) => site.InDatabaseAsync(async db =>
    {
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null and not "audit_row"))
        {
            foreach (var column in type.GetProperties().Where(property => property.ClrType == typeof(string)).Select(property => property.GetColumnName()))
            {
                var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{type.GetTableName()}\" WHERE \"{column}\" LIKE {{0}}";
                if (await db.Database.SqlQueryRaw<int>(sql, $"%{words}%").FirstAsync() > 0)
                {
                    found.Add($"{type.GetTableName()}.{column}");
                }
            }
        }

        return found;
    });
}
