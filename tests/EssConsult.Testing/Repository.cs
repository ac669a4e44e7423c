namespace EssConsult.Testing;

/// <summary>Where the tests find the sources.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Web => Path.Combine(Root, "src", "EssConsult.Web");

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EssConsult.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No EssConsult.sln in {from} or above.");
    }
}
