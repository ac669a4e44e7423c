using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Activities;

/// <summary>Waits until it is triggered; as a start it fires at once (the first-pass rule of §4.3 of the formats).</summary>
internal class EventActivity : IActivity
{
    public virtual ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(true);

    public virtual ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public virtual ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);
}
