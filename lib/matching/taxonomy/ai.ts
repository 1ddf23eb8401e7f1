/** The tools of the language-model era, 2022 to 2026. Kept apart because it dates fastest. */
export const ai = `
# platform
OpenAI | open ai, openai api, openai apis, =OpenAI API, azure openai, azure openai service, openai sdk | > llm | ~ anthropic .4, gemini .4
ChatGPT | chat gpt, custom gpts | > llm
GPT-4 | gpt-3, gpt-3.5, gpt-4o, gpt 4, gpt-5, gpt4, o1 models | > openai
Anthropic | anthropic api, anthropic claude | > llm
Claude [claude] | ?Claude, claude 3, claude api, claude sonnet, claude opus | > anthropic
Gemini [gemini] | ?Gemini, google gemini, gemini api, gemini pro | > llm
Amazon Bedrock [bedrock] | aws bedrock, =Bedrock | > aws, llm
Mistral [mistral] | mistral ai, ?Mistral, mixtral | > llm
Llama [llama] | llama 2, llama 3, =LLaMA, meta llama, ?Llama | > llm
DeepSeek | deep seek | > llm
Cohere [cohere] | ?Cohere, cohere api | > llm
Groq | groq cloud, replicate.com | > llm | & Together AI, Fireworks AI
Perplexity | perplexity api | > llm
Azure AI Foundry | azure ai studio, azure ai services, azure cognitive services | > azure, llm
Hugging Face Hub [hugging-face-hub] | hugging face hub, huggingface hub | > hugging-face
ElevenLabs | eleven labs | > speech-recognition | & Deepgram, AssemblyAI
Vercel AI Gateway |  | > llm | & OpenRouter, LiteLLM, Portkey
?Modal [modal] | modal.com, modal labs | > serverless | & RunPod, Baseten
# framework
LangChain | lang chain, langchain.js, langchainjs | > llm | ~ llamaindex .4, haystack .35
LangGraph | lang graph | > langchain, ai-agents
LlamaIndex | llama index, llama-index | > llm, rag
Haystack [haystack] | deepset haystack, ?Haystack | > llm, rag
Semantic Kernel | microsoft semantic kernel | > llm
AutoGen | microsoft autogen, ag2 | > ai-agents
CrewAI | crew ai | > ai-agents
DSPy | dspy | > llm
Vercel AI SDK | ai sdk, vercel ai | > typescript, llm
OpenAI Agents SDK | openai agents, openai assistants api | > ai-agents, openai
Mastra | mastra.ai | > ai-agents, typescript | & Inngest AgentKit
?Instructor [instructor] | instructor library, structured outputs, function calling, tool calling | > llm
Guardrails AI | nemo guardrails, llm guardrails, guardrails for llms | > llm
Stable Diffusion | diffusers, diffusion models | > generative-ai | & ComfyUI, Midjourney
?Whisper [whisper] | openai whisper, whisper asr | > speech-recognition
Sentence Transformers | sentence-transformers, sbert | > embeddings | & =BERT, RoBERTa
PEFT [peft] | =PEFT, lora fine-tuning, QLoRA, =LoRA, unsloth, axolotl | > fine-tuning
DeepSpeed | deep speed, =FSDP, accelerate library | > deep-learning | & Megatron-LM
# tool
Ollama | ollama.ai | > llm | & llama.cpp, LM Studio
vLLM | vllm, =TGI, text generation inference | > llm | & SGLang
LangSmith | lang smith, arize phoenix, braintrust.dev | > llm-observability | & Langfuse, Helicone, =Arize
promptfoo | openai evals | > llm-evaluation | & =Ragas, DeepEval
GitHub Copilot | copilot, ms copilot, microsoft copilot, copilot studio | > ai-coding-assistants
Cursor [cursor] | cursor ide, cursor ai, cursor editor, ?Cursor | > ai-coding-assistants
Claude Code | claude-code | > ai-coding-assistants
=Codex [codex] | openai codex, codex cli | > ai-coding-assistants
?Windsurf [windsurf] | windsurf ide, codeium | > ai-coding-assistants | & Tabnine, Amazon Q Developer, Sourcegraph Cody
v0 [v0] | v0.dev | > ai-coding-assistants | & Bolt.new, Lovable.dev, Replit Agent
Model Context Protocol [mcp] | =MCP, mcp server, mcp servers, model context protocol | > llm
Agent2Agent | =A2A protocol, agent-to-agent protocol | > ai-agents
n8n | n8n.io | > workflow-automation
Zapier |  | > workflow-automation | & Make.com, IFTTT
Dify |  | > llm | & Flowise, Langflow
Unstructured.io |  | > ocr | & LlamaParse, Document AI, Amazon Textract
Firecrawl |  | > web-scraping | & Browserbase, Browser Use, =Stagehand
# concept
LLM [llm] | LLM, LLMs, large language model, large language models, llms, llm applications, language models | > generative-ai
Generative AI [generative-ai] | genai, gen ai, gen-ai, =GenAI, generative artificial intelligence, =GAI | > artificial-intelligence
RAG [rag] | =RAG, retrieval augmented generation, retrieval-augmented generation, rag pipelines | > llm
AI agents [ai-agents] | ai agent, agentic, agentic ai, llm agents, autonomous agents, agentic workflows, multi-agent systems, multi-agent | > llm
Prompt engineering | prompt design, context engineering | > llm
Fine-tuning [fine-tuning] | fine tuning, finetuning, RLHF, =DPO, instruction tuning, =SFT | > machine-learning
Embeddings | vector embeddings, text embeddings, semantic embeddings | > machine-learning
Vector databases | vector database, vector db, vector store, vector stores, vector search, vectordb | > databases
Semantic search | hybrid search, neural search | > search-engines
LLM evaluation [llm-evaluation] | llm evals, ai evals, model evals, llm-as-a-judge, evals | > llm
LLM observability [llm-observability] | llm monitoring, llm tracing, LLMOps, llmops | > llm
AI coding assistants [ai-coding-assistants] | ai coding tools, ai-assisted development, ai coding assistant, ai pair programming, ai-assisted coding, ai developer tools | > artificial-intelligence
AI safety | ai alignment, responsible ai, ai ethics, red teaming llms | > artificial-intelligence
AI infrastructure | ml infrastructure, inference infrastructure, gpu clusters | > machine-learning
Model serving | model deployment, inference optimization, model inference, inference serving | > mlops
Conversational AI | chatbots, chatbot, chat bots, dialogflow, voicebots, rasa | > nlp
Voice AI | voice agents, livekit, vapi.ai | > speech-recognition
Speech recognition | speech-to-text, ASR, text-to-speech, =TTS, speech to text | > machine-learning
OCR [ocr] | OCR, optical character recognition, document understanding | > computer-vision
Multimodal models | multimodal ai, vision language models, =VLMs, multimodal llms | > machine-learning
Artificial intelligence | =AI, =AI/ML, =ML/AI, ai technologies, =KI
Machine learning | =ML, machine-learning, ml models, ml algorithms, maschinelles lernen, applied machine learning | > artificial-intelligence
Deep learning | deep-learning, neural networks, neural network, CNNs, RNNs, GANs, =DNN | > machine-learning
NLP [nlp] | NLP, natural language processing, natural-language processing, NLU, text mining | > machine-learning
Computer vision | image processing, image recognition, object detection, bildverarbeitung | > machine-learning
Reinforcement learning | deep reinforcement learning, =RL | > machine-learning
Recommender systems | recommendation systems, recommendation engine, recommendation engines, recommender | > machine-learning
MLOps [mlops] | ml ops, MLOps, ml pipelines, machine learning operations | > machine-learning
Data labeling | data annotation, annotation pipelines
?Transformers [transformers] | transformer models, transformer architecture, attention mechanisms | > deep-learning
Knowledge graphs | knowledge graph, graphrag, ontologies, ontology engineering
RDF [rdf] | =RDF, linked data, semantic web, =OWL ontologies
Graph neural networks | GNN, =GNNs | > deep-learning
Time series forecasting | time-series forecasting, demand forecasting, forecasting models | > statistics
Feature engineering | feature extraction | > machine-learning
Predictive modeling | predictive modelling, predictive models, predictive analytics | > machine-learning
Causal inference | causal modeling, uplift modeling | > statistics
`;
