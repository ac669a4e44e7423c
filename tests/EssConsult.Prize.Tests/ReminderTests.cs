using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>Jurors with sheets to give hear of the deadline, once for each reminder.</summary>
public sealed class ReminderTests
{
    private const string Circuit = """
        {"WorkflowTypeId":"4rappels","Name":"Rappels","IsEnabled":true,"Activities":[
          {"ActivityId":"s","Name":"EssJurorLateEvent","X":0,"Y":0,"IsStart":true,"Properties":{}},
          {"ActivityId":"m","Name":"EmailTask","X":0,"Y":90,"Properties":{"Recipients":{"Expression":"{{ Workflow.Input.User.Email }}"},"Subject":{"Expression":"Rappel"},"TextBody":{"Expression":"{{ Workflow.Input.User.UserName }}, il vous reste {{ Workflow.Input.Left }} dossiers avant le {{ Workflow.Input.Deadline | local | date: '%d/%m/%Y' }} : {{ Workflow.Input.Link }}"}}}],
         "Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"m"}]}
        """;

    [Theory, OnBothDatabases]
    public async Task Who_has_sheets_to_give_is_reminded_on_each_day_that_the_edition_names_and_nobody_else_is(Database database)
    {
        await using var site = await CircuitSites.StartAsync(database, Circuit);
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
        first.ShouldContain($"il vous reste 2 dossiers avant le {deadline.ToParis():dd/MM/yyyy}");
        first.ShouldContain($"/jury/{edition}");

        await late.MarkAsync(edition, entries[0], 1, 2, 3);
        site.Clock.Advance(TimeSpan.FromDays(3.5));
        await RemindAsync(site);
        await RemindAsync(site);
        await HeardAsync(site, late, 2);
        (await RemindersAsync(site, late)).Count.ShouldBe(2);
        (await RemindersAsync(site, late)).ShouldContain(mail => mail.Contains("il vous reste 1 dossiers", StringComparison.Ordinal));
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

    private static async Task<List<string>> RemindersAsync(Site site, Visitor juror) => (await site.MailsToAsync(juror.PersonId!)).FindAll(mail => mail.Contains("il vous reste", StringComparison.Ordinal));
}
