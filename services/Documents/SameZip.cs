using System.IO.Compression;

namespace Regio.Documents;

/// <summary>Packs an archive anew without the moment at which it was made: the same content gives the same bytes.</summary>
public static class SameZip
{
    // The first moment that an archive can name.
    private static readonly DateTimeOffset NoMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive with its entries in the order of their names.</summary>
    public static byte[] Of(byte[] archive)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read))
        using (var packed = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types sorts first, where readers look for it.
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
                Copy(entry, packed.CreateEntry(entry.FullName, CompressionLevel.Optimal));
        }

        return target.ToArray();
    }

    private static void Copy(ZipArchiveEntry from, ZipArchiveEntry to)
    {
        to.LastWriteTime = NoMoment;
        using var content = from.Open();
        using var copy = to.Open();
        content.CopyTo(copy);
    }
}
