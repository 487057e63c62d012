using Google.Protobuf;

namespace Google.Rpc;

public sealed partial class Status
{
    /// <summary>The first detail of a type; null when there is none.</summary>
    public T? GetDetail<T>()
        where T : class, IMessage<T>, new()
    {
        var wanted = new T().Descriptor;
        var packed = Details.FirstOrDefault(detail => detail.Is(wanted));
        return packed?.Unpack<T>();
    }
}
