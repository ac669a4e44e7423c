using System.Diagnostics;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Jobs;
using EssConsult.Kernel.Security;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EssConsult.Testing;

/// <summary>A running site: the real Program on a real database, in this process.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly SiteOptions options;
    private readonly DataFolder data;
    private SiteFactory factory;
    private readonly bool ownsData;

    private Site(Database database, SiteOptions options, DataFolder data, bool ownsData)
    {
        (Database, this.options, this.data, this.ownsData) = (database, options, data, ownsData);
        factory = new SiteFactory(database, data, options, Clock, Log);
    }

    public Database Database { get; }

    /// <summary>A Wednesday morning in Paris. It moves a millisecond whenever it is read, and otherwise when a test advances it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 3, 3, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public SiteLog Log { get; } = new();

    public IServiceProvider Services => factory.Services;

    public string Folder => data.Path;

    /// <summary>Starts a site of one's own; most tests take one from <see cref="Sites"/>.</summary>
    public static async Task<Site> StartAsync(Database database, SiteOptions? options = null)
    {
        options ??= new SiteOptions();
        return await StartAsync(database, options, await SiteTemplate.CopyAsync(database, options), ownsData: true);
    }

    internal static async Task<Site> StartAsync(Database database, SiteOptions options, DataFolder data, bool ownsData = false)
    {
        var site = new Site(database, options, data, ownsData);
        await Task.Run(site.factory.StartServer);
        return site;
    }

    /// <summary>Stops the site and starts it anew on the same data; visitors from before reach it no more.</summary>
    public async Task RestartAsync()
    {
        await factory.DisposeAsync();
        factory = new SiteFactory(Database, data, options, Clock, Log);
        await Task.Run(factory.StartServer);
    }

    /// <summary>A browser of its own: no cookie yet, no JavaScript.</summary>
    public Visitor Visitor(string address = "127.0.0.1") => new(this, factory.Server, address);

    /// <summary>
    /// Signs somebody new in, with a role and what the role may do beyond what it could: a demo person, by the form of the sign-in
    /// page. Without a role, a citizen.
    /// </summary>
    public Task<Visitor> SignInAsync(string? role = null, params string[] permissions) => SignInFromAsync("127.0.0.1", role, permissions);

    /// <summary>As <see cref="SignInAsync"/>, from another address of this machine: limits count by address.</summary>
    public async Task<Visitor> SignInFromAsync(string address, string? role = null, params string[] permissions)
    {
        var id = Guid.CreateVersion7().ToString("N");
        await using (var scope = Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
            await scope.ServiceProvider.GetRequiredService<IDemoPeople>().AddAsync([new DemoPerson(id, $"Personne {id[^6..]}", $"{id}@example.org", role is null ? [] : [role], Persona: true)], default);
            await db.SaveChangesAsync();
            if (permissions.Length > 0)
            {
                await scope.ServiceProvider.GetRequiredService<IRoles>().UpsertAsync(role ?? SystemRoles.Authenticated, null, permissions, PermissionBehavior.Add, "tests", default);
                await db.SaveChangesAsync();
            }
        }

        await CatchUpAsync();
        var visitor = Visitor(address);
        await visitor.EnterAsync(id);
        return visitor;
    }

    /// <summary>Waits until every handler and follower has taken what was committed so far.</summary>
    public async Task CatchUpAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await Services.GetRequiredService<Outbox>().CatchUpAsync(limit.Token);
    }

    /// <summary>Asks again and again until it is so; <paramref name="meanwhile"/> is done between two times, such as moving the clock.</summary>
    /// <exception cref="TimeoutException">It is not so after a minute.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Action? meanwhile = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException("It did not come to pass within a minute.");
            }

            meanwhile?.Invoke();
        }
    }

    /// <summary>Reads or writes the database in a scope of its own.</summary>
    public Task<T> InDatabaseAsync<T>(Func<SiteDb, Task<T>> work) => UseAsync(work);

    public Task InDatabaseAsync(Func<SiteDb, Task> work) => UseAsync(work);

    /// <summary>Changes the database by plain SQL, as somebody with its keys would.</summary>
    public Task<int> ExecuteAsync(string sql) => InDatabaseAsync(async db =>
    {
        await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        var rows = await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
        await write.CommitAsync(TestContext.Current.CancellationToken);
        return rows;
    });

    /// <summary>Uses a scoped service as a request would.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task UseAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The events of a type stored since the site's first start, oldest first.</summary>
    public async Task<IReadOnlyList<TEvent>> PublishedAsync<TEvent>()
        where TEvent : IEvent
    {
        var rows = await InDatabaseAsync(db => db.Set<OutboxRow>().Where(row => row.Type == typeof(TEvent).Name).OrderBy(row => row.Position).ToListAsync());
        return [.. rows.Select(row => new OutboxEvent(default, row.Type, row.Subject, row.Payload).Read<TEvent>())];
    }

    /// <summary>Runs a recurring job once, by its name.</summary>
    public async Task RunJobAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IRecurringJob>().Single(job => job.Name == name).RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a command of the command line: <c>site.CommandAsync("audit verify")</c>.</summary>
    public async Task<(int ExitCode, string Output)> CommandAsync(string words, params string[] arguments)
    {
        await using var scope = Services.CreateAsyncScope();
        var output = new StringWriter();
        var command = scope.ServiceProvider.GetServices<ISiteCommand>().Single(known => known.Words == words);
        return (await command.RunAsync(arguments, output, TestContext.Current.CancellationToken), output.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (ownsData)
        {
            await data.DisposeAsync();
        }
    }
}
