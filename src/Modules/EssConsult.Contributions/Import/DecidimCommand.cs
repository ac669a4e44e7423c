namespace EssConsult.Contributions.Import;

/// <summary><c>import decidim FOLDER</c></summary>
internal sealed class DecidimCommand(DecidimImport import) : ISiteCommand
{
    public string Words => "import decidim";

    public string Purpose => "DOSSIER : reprend un export CSV de Decidim dans une démarche archivée.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        if (arguments is not [var path] || !Directory.Exists(path))
        {
            await output.WriteLineAsync("Indiquez un dossier qui existe : import decidim DOSSIER");
            return 2;
        }

        var folder = new DecidimFolder(path);
        await output.WriteLineAsync($"Import de {folder.Name}…");
        var report = await import.RunAsync(folder, output, ct);
        foreach (var orphan in report.Orphans)
        {
            await output.WriteLineAsync("  orphelin : " + orphan);
        }

        await output.WriteLineAsync(
            $"{report.Read} lignes lues ; {report.Contributions} contributions nouvelles ou changées, {report.Comments} commentaires, {report.Supports} soutiens ; {report.Orphans.Count} orphelins laissés de côté.");
        return 0;
    }
}
