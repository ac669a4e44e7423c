using EssConsult.Kernel.Data;
using EssConsult.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace EssConsult.Kernel.Jobs;

/// <summary>
/// Work that repeats. Quartz runs it on every node and remembers nothing; the lease lets one node at a time through. It reads
/// rows that are due and marks them in one transaction, so that a killed run is simply run again.
/// </summary>
public interface IRecurringJob
{
    string Name { get; }

    Task RunAsync(CancellationToken ct);
}

[DisallowConcurrentExecution]
internal sealed class LeasedJob<TJob>(TJob job, SiteDb db, FeatureSwitch features, TimeProvider clock) : IJob
    where TJob : IRecurringJob
{
    private static readonly string Module = typeof(TJob).Assembly.GetName().Name!;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!features.IsEnabled(Module))
        {
            return;
        }

        await using (var write = await db.BeginWriteAsync(cancellationToken))
        {
            if (!await Lease.TakeAsync(db, "job:" + job.Name, clock.UtcNow(), TimeSpan.FromMinutes(5), cancellationToken))
            {
                return;
            }

            await write.CommitAsync(cancellationToken);
        }

        await job.RunAsync(cancellationToken);
    }
}

public static class JobRegistration
{
    /// <summary>Runs a job every <paramref name="interval"/> from the start on.</summary>
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, TimeSpan interval)
        where TJob : class, IRecurringJob
    {
        services.AddScoped<TJob>().AddScoped<IRecurringJob>(provider => provider.GetRequiredService<TJob>());
        return services.AddQuartz(quartz =>
        {
            var key = new JobKey(typeof(TJob).FullName!);
            quartz.AddJob<LeasedJob<TJob>>(job => job.WithIdentity(key));
            quartz.AddTrigger(trigger => trigger.ForJob(key).StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
        });
    }
}
