using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>Jurors with sheets to give hear of the deadline by the circuit that the first site brings, once for each reminder.</summary>
public sealed class ReminderTests
{
    [Theory, OnBothDatabases]
    public async Task Who_has_sheets_to_give_is_reminded_on_each_day_that_the_edition_names_and_nobody_else_is(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.SwitchOnAsync("4jurorreminders");
        var deadline = site.Clock.GetUtcNow().UtcDateTime.AddDays(30);
        var (edition, organiser) = (await site.EditionAsync(part => (part["ScoringCloses"], part["Reminders"]) = (deadline.Iso(), "6, 2")), await site.OrganiserAsync());
        var entries = new[] { await (await site.SignInAsync()).EnterAsync(edition, "Un"), await (await site.SignInAsync()).EnterAsync(edition, "Deux") };
        var (late, ready) = (await site.JurorAsync(organiser, edition, "Jurée En Retard"), await site.JurorAsync(organiser, edition, "Juré Prêt"));
        site.EndCall();
        foreach (var entry in entries)
        {
            await organiser.ScreenAsync(edition, entry);
        }

        await organiser.OpenScoringAsync(edition);
        await ready.DeclareAsync(edition);
        await late.DeclareAsync(edition);
        await ready.MarkAsync(edition, entries[0], 1, 2, 3);
        await ready.MarkAsync(edition, entries[1], 1, 2, 3);

        await RemindAsync(site);
        (await RemindersAsync(site, late)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromDays(25));
        await RemindAsync(site);
        await RemindAsync(site);
        await HeardAsync(site, late, 1);
        var first = (await RemindersAsync(site, late)).ShouldHaveSingleItem();
        first.ShouldContain($"Il vous reste 2 dossiers à noter avant le {deadline.ToParis():dd/MM/yyyy}");
        first.ShouldContain($"/jury/{edition}");

        await late.MarkAsync(edition, entries[0], 1, 2, 3);
        site.Clock.Advance(TimeSpan.FromDays(3.5));
        await RemindAsync(site);
        await RemindAsync(site);
        await HeardAsync(site, late, 2);
        (await RemindersAsync(site, late)).Count.ShouldBe(2);
        (await RemindersAsync(site, late)).ShouldContain(mail => mail.Contains("Il vous reste 1 dossier à noter", StringComparison.Ordinal));
        (await RemindersAsync(site, ready)).ShouldBeEmpty();
        (await site.InDatabaseAsync(db => db.Set<JurorReminder>().Select(row => row.Days).OrderBy(days => days).ToListAsync())).ShouldBe([2, 6]);
    }

    private static async Task RemindAsync(Site site)
    {
        await site.RunJobAsync("prize-reminders");
        await site.CatchUpAsync();
    }

    private static Task HeardAsync(Site site, Visitor juror, int reminders) => Site.UntilAsync(async () =>
    {
        await site.LookAtCircuitsAsync();
        return (await RemindersAsync(site, juror)).Count >= reminders;
    });

    private static async Task<List<string>> RemindersAsync(Site site, Visitor juror) => (await site.MailsToAsync(juror.PersonId!)).FindAll(mail => mail.Contains("Il vous reste", StringComparison.Ordinal));
}
