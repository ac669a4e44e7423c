using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Activities;

internal sealed class SetPropertyTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(SetPropertyTask), ActivityCategory.Data, "Retenir une valeur")
    {
        Settings = [new("PropertyName", SettingKind.Text, "Nom") { IsRequired = true }, new("Value", SettingKind.Value, "Valeur")], PropertyFrom = "PropertyName",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        WorkflowRun.Put(call.Properties, call.Settings.AnyText("PropertyName") ?? string.Empty, await call.ValueAsync("Value"));
        return ActivityResult.Done;
    }
}

internal sealed class SetOutputTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(SetOutputTask), ActivityCategory.Data, "Rendre une valeur")
    {
        Settings = [new("OutputName", SettingKind.Text, "Nom") { IsRequired = true }, new("Value", SettingKind.Value, "Valeur")], OutputFrom = "OutputName",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        WorkflowRun.Put(call.Output, call.Settings.AnyText("OutputName") ?? string.Empty, await call.ValueAsync("Value"));
        return ActivityResult.Done;
    }
}

/// <summary>Says what the run is about, so that later events find it.</summary>
internal sealed class CorrelateTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(CorrelateTask), ActivityCategory.Data, "Dire de quoi il s’agit")
    {
        Help = "Les événements suivants retrouvent l’exécution par cette valeur.", Settings = [new("Value", SettingKind.Either, "Valeur") { IsRequired = true }],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        call.CorrelationId = (await ((ActivityCall)call).EitherAsync("Value"))?.ToString().Trim();
        return ActivityResult.Done;
    }
}

/// <summary>Writes a line in the site's log. Its text may hold personal data, so only its length is written at levels that production keeps.</summary>
internal sealed partial class LogTask(ILogger<LogTask> log) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(LogTask), ActivityCategory.Data, "Noter au journal technique")
    {
        Settings = [new("LogLevel", SettingKind.Choice, "Niveau") { Choices = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"] }, new("Text", SettingKind.Liquid, "Texte")],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var text = await call.LiquidAsync("Text");
        Said(call.Settings.Choice<LogLevel>("LogLevel"), call.WorkflowTypeId, call.WorkflowId, text.Length);
        return ActivityResult.Done;
    }

    [LoggerMessage("Circuit {Type}, run {Run}: a line of {Length} characters")]
    private partial void Said(LogLevel level, string type, string run, int length);
}

/// <summary>Orchard stores here what the run did so far. A run is one commit, which is never empty: nothing to do.</summary>
internal sealed class CommitTransactionTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(CommitTransactionTask), ActivityCategory.Data, "Enregistrer maintenant")
    {
        Help = "Ici chaque étape est enregistrée avec l’exécution : cette étape passe à la suite.", Outcomes = ["Done", "Valid", "Invalid"],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Of("Done", "Valid"));
}
