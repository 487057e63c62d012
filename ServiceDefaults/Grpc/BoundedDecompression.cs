using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// Decompresses a request up to the limit of a message and no further. The server engine measures what comes over the
/// wire, and four megabytes of that can become four gigabytes.
/// </summary>
internal sealed class BoundedDecompression(ICompressionProvider inner, int most) : ICompressionProvider
{
    public string EncodingName => inner.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        inner.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) => new Bounded(inner.CreateDecompressionStream(stream), most);

    private sealed class Bounded(Stream inner, int most) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            _read += read;
            return _read <= most ? read : throw new RpcException(new Status(StatusCode.ResourceExhausted, "The message exceeds the largest that is read, once decompressed."));
        }
    }
}
