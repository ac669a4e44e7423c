namespace EssConsult.Contributions.Features.Demo;

/// <summary>Tells whoever administers the site that it still shows a demonstration, where they would look: the first page and the settings.</summary>
internal sealed class DemoNotice(IProcesses processes, CurrentPerson person) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult(
        person.Can(DemoModel.Permission) && processes.All.Any(process => process.IsDemo) ? new SlotView("/Features/EssConsult.Contributions/Demo/_DemoNotice.cshtml", null) : null);
}
