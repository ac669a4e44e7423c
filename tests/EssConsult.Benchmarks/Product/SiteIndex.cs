using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace EssConsult.Benchmarks.Product;

internal static class SiteIndex
{
    /// <summary>The last event whose effect the index holds on disk.</summary>
    public static long Reached(string folder)
    {
        using var index = FSDirectory.Open(Path.Combine(folder, "index"));
        var data = new SegmentInfos();
        data.Read(index);
        return long.Parse(data.UserData["position"], CultureInfo.InvariantCulture);
    }
}
