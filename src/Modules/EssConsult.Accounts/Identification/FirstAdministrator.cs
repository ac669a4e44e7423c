using EssConsult.Accounts.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Accounts.Identification;

/// <summary>
/// A site without an administrator prints a one-time link on the console when it starts to listen. It goes to the console alone:
/// logs are kept and sent elsewhere.
/// </summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, SiteConsole console) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<LastAdministrator>().ExistsAsync(stoppingToken))
        {
            return;
        }

        var link = await scope.ServiceProvider.GetRequiredService<InstallationLink>().MakeAsync(email: null, stoppingToken);
        await console.Output.WriteLineAsync($"{Environment.NewLine}Ce site n’a pas encore d’administrateur. Ouvrez ce lien dans les 24 heures pour en créer un :{Environment.NewLine}{link}{Environment.NewLine}");
    }
}
