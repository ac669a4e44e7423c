using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Workflows.Tests;

/// <summary>The clock of a test's site stands on 3 March 2027, a Wednesday, at 9:00 UTC.</summary>
public sealed class TimerTests
{
    [Theory]
    [InlineData("30 10 * * *", true, "2027-03-03T09:30:00")]
    [InlineData("30 8 * * *", true, "2027-03-04T07:30:00")]
    [InlineData("30 8 * * *", false, "2027-03-04T08:30:00")]
    [InlineData("0 0 29 2 *", false, "2028-02-29T00:00:00")]
    public void The_next_time_follows_from_the_expression_and_whose_clock_it_is(string expression, bool isLocal, string expected) =>
        Times(expression, isLocal).After(new DateTime(2027, 3, 3, 9, 0, 0, DateTimeKind.Utc)).ShouldBe(Utc(expected));

    /// <summary>On 28 March 2027 Paris goes from 2:00 to 3:00; on 31 October from 3:00 back to 2:00.</summary>
    [Fact]
    public void An_hour_that_the_clock_skips_comes_later_and_one_that_it_repeats_comes_once()
    {
        var times = Times("30 2 * * *", isLocal: true);

        times.After(Utc("2027-03-27T12:00:00")).ShouldBe(Utc("2027-03-28T01:30:00"));
        var first = times.After(Utc("2027-10-30T12:00:00"))!.Value;
        DateOnly.FromDateTime(first).ShouldBe(new DateOnly(2027, 10, 31));
        DateOnly.FromDateTime(times.After(first)!.Value).ShouldBe(new DateOnly(2027, 11, 1));
    }

    [Fact]
    public void An_expression_that_cannot_be_read_has_no_time()
    {
        Times("every day", isLocal: false).After(Utc("2027-03-03T09:00:00")).ShouldBeNull();
        Timetable.Read(Times("30 8 * * *", isLocal: true).Text).Text.ShouldBe("30 8 * * * local");
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_starts_by_the_clock_starts_once_at_each_time(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4clock", ("TimerEvent", """{"CronExpression":"0 * * * *"}"""), ("LogTask", "{}"))]);
        await site.SettleAsync();
        (await site.RunsAsync("4clock")).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await RunsAreAsync(site, 1);
        // Three times are missed: one is made up for.
        site.Clock.Advance(TimeSpan.FromHours(3));
        await RunsAreAsync(site, 2);

        var timer = await site.InDatabaseAsync(db => db.Set<WorkflowTimerRow>().SingleAsync(row => row.TypeId == "4clock"));
        timer.NextUtc.ShouldBe(timer.LastUtc!.Value.AddHours(3));
    }

    [Theory, OnBothDatabases]
    public async Task A_run_waits_for_its_hour_and_goes_on_by_itself_also_after_a_restart(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4later", ("ContentPublishedEvent", """{"ContentTypeFilter":["Page"]}"""), ("TimerEvent", """{"CronExpression":"0 12 * * *"}"""), ("LogTask", "{}"))]);
        await site.PublishAsync();
        (await site.RunsAsync("4later")).Single().Status.ShouldBe(WorkflowStatus.Halted);

        await site.RestartAsync();
        site.Clock.Advance(TimeSpan.FromHours(4));
        await Site.UntilAsync(async () => (await site.RunsAsync("4later")).Single().Status == WorkflowStatus.Finished, site.Wake);

        (await site.JournalAsync((await site.RunsAsync("4later")).Single().Id)).ShouldBe("ContentPublishedEvent:Done TimerEvent:? TimerEvent:Done LogTask:Done");
    }

    /// <summary>§4.3: while a run that has come back to its start waits there, the start does not begin another.</summary>
    [Theory, OnBothDatabases]
    public async Task A_run_that_waits_at_its_own_start_is_the_only_one(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var type = Circuits.Chain("4round", ("TimerEvent", """{"CronExpression":"0 * * * *"}"""), ("LogTask", "{}"));
        ((JsonArray)type["Transitions"]!).Add(new JsonObject { ["Id"] = 1, ["SourceActivityId"] = "4round-1", ["SourceOutcomeName"] = "Done", ["DestinationActivityId"] = "4round-0" });
        await site.PlayAsync([type]);

        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await Site.UntilAsync(async () => (await site.RunsAsync("4round")) is [{ Status: WorkflowStatus.Halted }], site.Wake);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await Site.UntilAsync(async () => (await site.JournalAsync((await site.RunsAsync("4round"))[0].Id)).Split("LogTask").Length == 3, site.Wake);
        await site.SettleAsync();

        (await site.RunsAsync("4round")).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_switched_off_keeps_no_appointment(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var type = Circuits.Chain("4off", ("TimerEvent", "{}"), ("LogTask", "{}"));
        await site.PlayAsync([type]);
        var off = (JsonObject)type.DeepClone();
        off["IsEnabled"] = false;
        await site.PlayAsync([off]);

        (await site.InDatabaseAsync(db => db.Set<WorkflowTimerRow>().CountAsync())).ShouldBe(0);
    }

    private static async Task RunsAreAsync(Site site, int count)
    {
        await Site.UntilAsync(async () => (await site.RunsAsync("4clock")).Count >= count, site.Wake);
        await site.SettleAsync();
        (await site.RunsAsync("4clock")).Count.ShouldBe(count);
    }

    private static Timetable Times(string expression, bool isLocal) => Timetable.Of(new JsonObject { ["CronExpression"] = expression, ["UseLocalTime"] = isLocal });

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    [Theory, OnBothDatabases]
    public async Task Reminders_come_again_some_days_apart_and_stop_after_the_last(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.SignInAsync("Reader");
        await site.PlayAsync([Circuits.Chain("4remind", ("ContentPublishedEvent", """{"ContentTypeFilter":["Page"]}"""),
            ("EssRemindTask", """{"Days":2,"Times":2,"Roles":["Reader"],"Subject":{"Expression":"Toujours rien"},"TextBody":{"Expression":"x"}}"""), ("LogTask", "{}"))]);
        await site.PublishAsync();
        (await ToldAsync(site)).ShouldBe(0);

        for (var reminder = 1; reminder <= 2; reminder++)
        {
            site.Clock.Advance(TimeSpan.FromDays(5));
            await Site.UntilAsync(async () =>
            {
                site.Clock.Advance(TimeSpan.FromSeconds(6));
                await site.SettleAsync();
                return await ToldAsync(site) == reminder;
            });
        }

        var run = (await site.RunsAsync("4remind")).Single();
        run.Status.ShouldBe(WorkflowStatus.Finished);
        (await site.JournalAsync(run.Id)).ShouldEndWith("EssRemindTask:Done LogTask:Done");
    }

    private static Task<int> ToldAsync(Site site) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM news WHERE title = 'Toujours rien'").SingleAsync());
}
