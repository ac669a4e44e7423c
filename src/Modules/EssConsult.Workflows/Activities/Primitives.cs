using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Activities;

internal sealed class SetPropertyTask : IActivity
{
    public string Name => nameof(SetPropertyTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        WorkflowRun.Put(call.Run.Properties, call.Settings.AnyText("PropertyName") ?? string.Empty, await call.ValueAsync("Value"));
        return ActivityResult.Done;
    }
}

internal sealed class SetOutputTask : IActivity
{
    public string Name => nameof(SetOutputTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        WorkflowRun.Put(call.Run.Output, call.Settings.AnyText("OutputName") ?? string.Empty, await call.ValueAsync("Value"));
        return ActivityResult.Done;
    }
}

/// <summary>Says what the run is about, so that later events find it.</summary>
internal sealed class CorrelateTask : IActivity
{
    public string Name => nameof(CorrelateTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        call.Run.CorrelationId = (await call.EitherAsync("Value"))?.ToString().Trim();
        return ActivityResult.Done;
    }
}

/// <summary>Writes a line in the site's log. Its text may hold personal data, so only its length is written at levels that production keeps.</summary>
internal sealed partial class LogTask(ILogger<LogTask> log) : IActivity
{
    public string Name => nameof(LogTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        var text = await call.LiquidAsync("Text");
        call.Own["Text"] = text;
        Said(call.Settings.Choice<LogLevel>("LogLevel"), call.Run.Type.Id, call.Run.Id, text.Length);
        return ActivityResult.Done;
    }

    [LoggerMessage("Circuit {Type}, run {Run}: a line of {Length} characters")]
    private partial void Said(LogLevel level, string type, string run, int length);
}
