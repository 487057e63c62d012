using Regio.CareMessages.Model;

namespace Regio.CareMessages.Reading;

/// <summary>Somebody who looks at a message while it is read.</summary>
public interface IMessageObserver
{
    /// <summary>A class was read with all that is in it; what stands before it in the message is filled too. Its values may be missing when structure is wrong.</summary>
    void Completed(MessagePart part);

    /// <summary>A client of a claim was read. True when the observer takes it, so that it is not kept: that is how a file of any size is read.</summary>
    bool Takes(MessagePart part);
}
