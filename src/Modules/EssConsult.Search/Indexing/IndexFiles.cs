using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace EssConsult.Search.Indexing;

/// <summary>The files of an index: whole, or to be thrown away.</summary>
internal static class IndexFiles
{
    /// <summary>Reads every file of the last commit against its checksum.</summary>
    /// <returns>The data of the commit; null when there is none, or when a file is missing or damaged.</returns>
    public static IDictionary<string, string>? Verify(Directory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory))
            {
                return null;
            }

            Check(directory, SegmentInfos.GetLastCommitSegmentsFileName(directory));
            var segments = new SegmentInfos();
            segments.Read(directory);
            foreach (var file in segments.GetFiles(directory, includeSegmentsFile: false))
            {
                Check(directory, file);
            }

            return segments.UserData;
        }
        catch (Exception error) when (IsDamage(error))
        {
            return null;
        }
    }

    /// <summary>Whether an exception of Lucene means that files are not what was written. Somebody else's lock does not.</summary>
    public static bool IsDamage(Exception error) => error is not LockObtainFailedException
        && error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or NotSupportedException;

    public static void DeleteAll(Directory directory)
    {
        foreach (var file in directory.ListAll().Where(name => name != IndexWriter.WRITE_LOCK_NAME))
        {
            directory.DeleteFile(file);
        }
    }

    private static void Check(Directory directory, string file)
    {
        using var input = directory.OpenInput(file, IOContext.READ_ONCE);
        CodecUtil.ChecksumEntireFile(input);
    }
}
