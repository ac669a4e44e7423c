namespace EssConsult.Ledger.Tests;

/// <summary>Published cases, in a folder that is not part of the repository.</summary>
internal static class RealData
{
    /// <returns>The text; <see langword="null"/>, and it is said, where the folder is absent.</returns>
    public static string? Read(string file)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "data", "jury", file);
            if (File.Exists(path))
            {
                return File.ReadAllText(path);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine("skipped: data not here");
        return null;
    }
}
