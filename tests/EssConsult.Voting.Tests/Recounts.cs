using System.Diagnostics;

namespace EssConsult.Voting.Tests;

/// <summary>The offline tool, on the files that a reader downloads.</summary>
internal static class Recounts
{
    /// <returns>What the tool says, and 0 where it confirms the result.</returns>
    public static async Task<(int Code, string Said)> RecountAsync(this Visitor reader, Guid id, string print)
    {
        var folder = Directory.CreateTempSubdirectory("ess-recount");
        string[] names = ["regle.json", "bulletins.json", "resultat.json"];
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), await reader.FileAsync($"/votes/{id}/{name}"));
        }

        using var tool = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "recount.dll"), .. names.Select(name => Path.Combine(folder.FullName, name)), print]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (tool.ExitCode, said);
    }
}
