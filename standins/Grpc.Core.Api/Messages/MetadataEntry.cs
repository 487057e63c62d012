using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One header: text, or bytes when its key ends in -bin.</summary>
    public class Entry
    {
        private readonly string? _text;
        private readonly byte[]? _bytes;

        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!IsBinary)
                throw new ArgumentException("The key of a binary value must end in -bin.", nameof(key));
            _bytes = [.. valueBytes];
        }

        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            if (IsBinary)
                throw new ArgumentException("The key of a text value must not end in -bin.", nameof(key));
            _text = value;
        }

        public string Key { get; }

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(_text!) : [.. _bytes];

        public string Value => _text ?? Encoding.ASCII.GetString(_bytes!);

        public override string ToString() =>
            _text is null
                ? $"[Entry: key={Key}, valueBytes={Convert.ToBase64String(_bytes!)}]"
                : $"[Entry: key={Key}, value={_text}]";

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            if (key.Length == 0 || !key.All(IsKeyCharacter))
            {
                throw new ArgumentException(
                    "A metadata key holds letters, digits, underscores, hyphens and dots only.", nameof(key));
            }

            return key.ToLowerInvariant();
        }

        private static bool IsKeyCharacter(char character) =>
            char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
    }
}
