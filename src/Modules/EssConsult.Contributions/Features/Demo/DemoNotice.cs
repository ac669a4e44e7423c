namespace EssConsult.Contributions.Features.Demo;

/// <summary>Tells whoever administers the site that it still shows a demonstration, where they would look: the first page and the settings.</summary>
internal abstract class DemoNotice(string slot, IProcesses processes, CurrentPerson person) : ISlot
{
    public string Name => slot;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult(
        person.Can(DemoModel.Permission) && processes.All.Any(process => process.IsDemo) ? new SlotView("/Features/EssConsult.Contributions/Demo/_DemoNotice.cshtml", null) : null);
}

internal sealed class DashboardDemoNotice(IProcesses processes, CurrentPerson person) : DemoNotice("admin-notice", processes, person);

internal sealed class SettingsDemoNotice(IProcesses processes, CurrentPerson person) : DemoNotice("admin-settings", processes, person);
