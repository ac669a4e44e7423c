using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Kernel.Commands;

internal static class CommandLine
{
    public static async Task<int> RunAsync(WebApplication app, string[] words)
    {
        await app.Services.GetRequiredService<SiteStart>().StartAsync(CancellationToken.None);
        var console = app.Services.GetRequiredService<SiteConsole>();
        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<ISiteCommand>().ToList();
        var line = string.Join(' ', words);
        var command = commands.Where(known => line == known.Words || line.StartsWith(known.Words + " ", StringComparison.Ordinal))
            .MaxBy(known => known.Words.Length);
        if (command is not null)
        {
            var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            return await command.RunAsync(words[command.Words.Split(' ').Length..], console.Output, stopping);
        }

        await console.Errors.WriteLineAsync($"Commande inconnue : {line}. Commandes :");
        foreach (var known in commands.OrderBy(known => known.Words, StringComparer.Ordinal))
        {
            await console.Errors.WriteLineAsync($"  {known.Words,-20} {known.Purpose}");
        }

        return 2;
    }
}
