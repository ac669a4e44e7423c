using System.Collections.Frozen;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Search.Sources;

/// <summary>The names of the étapes of every published démarche, in memory.</summary>
internal sealed class PhaseBook(IServiceScopeFactory scopes) : IFollow
{
    private volatile FrozenDictionary<string, string> names = FrozenDictionary<string, string>.Empty;

    public string Name => "search-phases";

    public string? Find(string phaseId) => names.GetValueOrDefault(phaseId);

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
        var processes = await scope.ServiceProvider.GetRequiredService<IContentStore>().ListAsync("Process", ContentVersion.Published, ct);
        names = processes
            .SelectMany(process => (process.Content["Phases"]?["ContentItems"] as JsonArray)?.OfType<JsonObject>() ?? [], (process, phase) => (Process: process.DisplayText, Phase: phase))
            .Where(entry => entry.Phase["ContentItemId"] is not null)
            .DistinctBy(entry => entry.Phase["ContentItemId"]!.ToString())
            .ToFrozenDictionary(entry => entry.Phase["ContentItemId"]!.ToString(), entry => $"{entry.Phase["DisplayText"]} · {entry.Process}");
    }
}
