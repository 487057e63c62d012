using System.Globalization;
using Regio.ExpertTable.V1;

namespace Regio.Cli.ReadLog;

/// <summary>The end of the chain as an earlier check saw it, on one line: number and digest.</summary>
internal sealed class AnchorFile(string path)
{
    public async Task<ReadLogAnchor?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        var parts = (await File.ReadAllTextAsync(path, cancellationToken)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ReadLogAnchor { Number = number, Digest = parts[1] }
            : throw new CommandFailedException($"{path} holds no anchor: a number and a digest.");
    }

    public Task WriteAsync(ReadLogAnchor anchor, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(path, string.Create(CultureInfo.InvariantCulture, $"{anchor.Number} {anchor.Digest}\n"), cancellationToken);
}
