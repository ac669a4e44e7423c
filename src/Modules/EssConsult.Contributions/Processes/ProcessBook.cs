using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Contributions;

/// <summary>The démarches in memory: a few dozen, read by every page.</summary>
internal sealed class ProcessBook(IServiceScopeFactory scopes) : IProcesses, IBook, IAtStart
{
    private volatile IReadOnlyList<Process> all = [];

    public string Name => "processes";

    int IAtStart.Order => 1000;

    public IReadOnlyList<Process> All => all;

    public Process? Find(string processId) => all.FirstOrDefault(process => process.Id == processId);

    public Task StartAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Payload.Contains("\"ContentType\":\"Process\"", StringComparison.Ordinal)))
        {
            await LoadAsync(ct);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetRequiredService<IContentStore>().ListAsync("Process", ContentVersion.Published, ct);
        all = [.. items.Select(ProcessReader.Read).OrderBy(process => process.IsArchived).ThenByDescending(process => process.Phases.Max(phase => phase.StartsUtc))];
    }
}
