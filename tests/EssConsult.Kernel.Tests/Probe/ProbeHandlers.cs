using System.Collections.Concurrent;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;

namespace EssConsult.Kernel.Tests.Probe;

internal sealed class ProbeHandler(SiteDb db) : IHandle<MarkWanted>
{
    public Task HandleAsync(MarkWanted happened, CancellationToken ct)
    {
        db.Add(new ProbeMark { Family = happened.Family, Name = happened.Name });
        return Task.CompletedTask;
    }
}

/// <summary>Fails after its effect, so that a half effect would show.</summary>
internal sealed class FragileHandler(SiteDb db) : IHandle<FailureWanted>, IHandle<MarkWanted>
{
    private static readonly ConcurrentDictionary<(string Family, string Name), int> Attempts = new();

    public Task HandleAsync(FailureWanted happened, CancellationToken ct)
    {
        db.Add(new ProbeMark { Family = happened.Family, Name = happened.Name });
        return Attempts.AddOrUpdate((happened.Family, happened.Name), 1, (_, before) => before + 1) <= happened.Times
            ? throw new InvalidOperationException("As wanted.")
            : Task.CompletedTask;
    }

    public Task HandleAsync(MarkWanted happened, CancellationToken ct)
    {
        db.Add(new ProbeMark { Family = happened.Family + ":fragile", Name = happened.Name });
        return Task.CompletedTask;
    }

    public static int AttemptsAt(string family, string name) => Attempts.GetValueOrDefault((family, name));
}

/// <summary>Takes the same events as the fragile one and never fails.</summary>
internal sealed class SteadyHandler(SiteDb db) : IHandle<FailureWanted>
{
    public Task HandleAsync(FailureWanted happened, CancellationToken ct)
    {
        db.Add(new ProbeMark { Family = happened.Family + ":steady", Name = happened.Name });
        return Task.CompletedTask;
    }
}
