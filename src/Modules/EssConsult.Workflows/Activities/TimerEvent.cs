using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using NCrontab;

namespace EssConsult.Workflows.Activities;

/// <summary>
/// Fires by the clock. As a start it fires at each time of its expression (<see cref="Storage.WorkflowTimerRow"/>); further on, a run
/// waits for the next one.
/// </summary>
internal sealed class TimerEvent(TimeProvider clock) : EventActivity, IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(TimerEvent), ActivityCategory.Time, "À heure fixe")
    {
        IsEvent = true,
        Help = "Cinq champs, comme pour cron : minute, heure, jour du mois, mois, jour de la semaine.",
        Settings = [new("CronExpression", SettingKind.Text, "Quand") { IsRequired = true }, new("UseLocalTime", SettingKind.Flag, "À l’heure de Paris")],
    };

    public override ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ValueTask.FromResult(Timetable.Of(call.Settings).After(clock.UtcNow()) is { } next ? ActivityResult.HaltUntil(next) : ActivityResult.Halt);
}

/// <summary>The times of a cron expression of five fields, as NCrontab and Orchard read it, in UTC or by the wall clock of Paris.</summary>
internal sealed class Timetable
{
    private const string EveryFiveMinutes = "*/5 * * * *";
    private const string Local = "local";
    private readonly CrontabSchedule? schedule;
    private readonly bool isLocal;

    private Timetable(string expression, bool isLocal)
    {
        (schedule, this.isLocal) = (CrontabSchedule.TryParse(expression), isLocal);
        Text = $"{expression} {(isLocal ? Local : "utc")}";
    }

    /// <summary>The expression and whose clock.</summary>
    public string Text { get; }

    public bool IsReadable => schedule is not null;

    public static Timetable Of(JsonObject settings) => new(settings.Any("CronExpression") is { } expression ? expression.ToString().Trim() : EveryFiveMinutes, settings.Flag("UseLocalTime"));

    /// <summary>As <see cref="Text"/> says it.</summary>
    public static Timetable Read(string text) => text.LastIndexOf(' ') is var end and > 0 ? new(text[..end], text[(end + 1)..] == Local) : new(text, isLocal: false);

    /// <summary>The first time after an instant; null when there is none. An hour that the clock repeats in October counts once.</summary>
    public DateTime? After(DateTime utc)
    {
        if (schedule is null)
        {
            return null;
        }

        var from = isLocal ? utc.ToParis() : utc;
        while (schedule.GetNextOccurrence(from, from.AddYears(5)) is var next && next < from.AddYears(5))
        {
            var at = isLocal ? next.FromParis() : DateTime.SpecifyKind(next, DateTimeKind.Utc);
            if (at > utc)
            {
                return at;
            }

            // The wall clock was set back: this time has been.
            from = next;
        }

        return null;
    }
}
